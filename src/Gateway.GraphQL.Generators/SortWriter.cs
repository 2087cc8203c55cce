using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>Writes the definition of the input object type by which objects of a C# type are sorted.</summary>
internal sealed class SortWriter(TypeCollector types)
{
    public void Write(CodeWriter writer, INamedTypeSymbol type, string name)
    {
        var csharp = type.CSharp();
        var graphQLName = CodeWriter.Text($"{Names.OfOutputType(type)}SortInput");
        writer.Block($"internal sealed class {name}() : global::Gateway.GraphQL.Data.SortDefinition<{csharp}>({graphQLName})", () =>
            writer.Block(
                $"protected override void AddFields(global::Gateway.GraphQL.Data.SortFieldCollection<{csharp}> fields)",
                () =>
                {
                    foreach (var property in KeysOf(type))
                    {
                        writer.Lines(Add(property));
                    }
                }));
    }

    /// <summary>Whether there is anything to sort objects of a type by.</summary>
    public bool HasKeys(ITypeSymbol type) => types.Data.IsDescribed(type) || KeysOf(type).Any();

    private IEnumerable<IPropertySymbol> KeysOf(ITypeSymbol type) => PropertiesOf(type).Where(property => IsKey(property, []));

    private static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type) =>
        Members.FieldsOf(type, type.TypeKind == TypeKind.Interface).OfType<IPropertySymbol>();

    // An object is a key if it has one, other than in objects of its own type.
    private bool IsKey(IPropertySymbol property, ImmutableArray<ITypeSymbol> around)
    {
        var shape = TypeShape.Of(property.Type);
        return shape.Item is null && types.KindOf(shape.Bare) switch
        {
            Kind.Scalar => true,
            Kind.Enum => shape.Bare.TypeKind == TypeKind.Enum,
            Kind.Object or Kind.Interface => !shape.Bare.IsValueType
                && !around.Contains(shape.Bare, SymbolEqualityComparer.Default)
                && (types.Data.IsDescribed(shape.Bare)
                    || PropertiesOf(shape.Bare).Any(below => IsKey(below, around.Add(shape.Bare)))),
            _ => false,
        };
    }

    private string Add(IPropertySymbol property)
    {
        var shape = TypeShape.Of(property.Type);
        var isObject = types.KindOf(shape.Bare) is Kind.Object or Kind.Interface;
        if (isObject)
        {
            types.Data.AddSort((INamedTypeSymbol)shape.Bare);
        }

        return CodeWriter.Call(
            isObject ? $"fields.Object<{shape.Bare.CSharp()}>" : $"fields.Leaf<{shape.CSharp}>",
            [
                CodeWriter.Text(Names.OfField(property)),
                CodeWriter.Text(Documentation.DescriptionOf(property)),
                $"static parent => parent.{CodeWriter.Identifier(property.Name)}",
            ]) + ";";
    }
}
