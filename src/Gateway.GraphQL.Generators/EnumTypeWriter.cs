using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>Writes the definition of an enum type.</summary>
internal static class EnumTypeWriter
{
    public static void Write(CodeWriter writer, INamedTypeSymbol type, string name)
    {
        var csharp = type.CSharp();
        var values = type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsSchemaless()).ToList();
        var head = CodeWriter.Call(
            $"internal sealed class {name}() : EnumDefinition<{csharp}>",
            [CodeWriter.Text(Names.OfOutputType(type)), CodeWriter.Text(Documentation.DescriptionOf(type))]);
        writer.Block(head, () =>
        {
            writer.Line("protected override global::Gateway.GraphQL.Types.EnumValue[] Values =>");
            writer.Line("[");
            writer.Indented(() =>
            {
                foreach (var value in values)
                {
                    writer.Lines(CodeWriter.Call(
                        "new",
                        [
                            CodeWriter.Text(Names.OfEnumValue(value)),
                            CodeWriter.Text(Documentation.DescriptionOf(value)),
                            CodeWriter.Text(value.Deprecation()),
                            $"{csharp}.{CodeWriter.Identifier(value.Name)}",
                        ]) + ",");
                }
            });
            writer.Line("];").Line();
            writer.Line($"protected override int IndexOf({csharp} value) => value switch");
            writer.Line("{");
            writer.Indented(() =>
            {
                for (var index = 0; index < values.Count; index++)
                {
                    // A second name of a value is never written.
                    if (values.FindIndex(other => other.ConstantValue!.Equals(values[index].ConstantValue)) == index)
                    {
                        writer.Line($"{csharp}.{CodeWriter.Identifier(values[index].Name)} => {index},");
                    }
                }

                writer.Line("_ => -1,");
            });
            writer.Line("};");
        });
    }

    /// <summary>Writes an enum type whose values a class describes.</summary>
    public static void WriteDescribed(CodeWriter writer, INamedTypeSymbol type, INamedTypeSymbol description, string name)
    {
        var head = CodeWriter.Call(
            $"internal sealed class {name}() : DescribedEnumDefinition<{type.CSharp()}>",
            [CodeWriter.Text(Names.OfOutputType(type)), CodeWriter.Text(Documentation.DescriptionOf(type))]);
        writer.Block(head, () => writer.Lines(
            $"protected override global::Gateway.GraphQL.Types.EnumType<{type.CSharp()}> Values =>\n    new {description.CSharp()}();"));
    }
}
