using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gateway.GraphQL.Generators;

/// <summary>Writes the definition of an input object type.</summary>
internal sealed class InputObjectWriter(TypeCollector types, List<Finding> findings)
{
    public void Write(CodeWriter writer, INamedTypeSymbol type, string name)
    {
        var graphQLName = Names.OfInputType(type);
        var (constructor, fields) = Members.InputsOf(type);
        if (constructor is null)
        {
            findings.Add(Finding.Of(Diagnostics.NoInputConstructor, type.Locations.FirstOrDefault(), type.Text()));
        }

        var head = CodeWriter.Call(
            $"internal sealed class {name}() : InputObjectDefinition<{type.CSharp()}>",
            [
                CodeWriter.Text(graphQLName),
                CodeWriter.Text(Documentation.DescriptionOf(type)),
                type.Has(Annotation.OneOf) ? "isOneOf: true" : null,
            ]);
        writer.Block(head, () =>
        {
            writer.Block("protected override void AddFields(InputFieldCollection fields, TypeContext types)", () =>
            {
                var names = new HashSet<string>();
                foreach (var (property, parameter) in fields)
                {
                    AddField(writer, $"{graphQLName}.{Names.OfField(property)}", property, parameter);
                    if (!names.Add(Names.OfField(property)))
                    {
                        findings.Add(Finding.Of(
                            Diagnostics.DefinedTwice,
                            property.Locations.FirstOrDefault(),
                            $"{graphQLName}.{Names.OfField(property)}",
                            property.Text()));
                    }
                }
            });
            writer.Line();
            if (constructor is null)
            {
                writer.Line($"protected override {type.CSharp()} Create(InputValues values) =>");
                writer.Line("    throw new global::System.NotSupportedException();");
                return;
            }

            WriteCreate(writer, type, constructor, fields);
        });
    }

    private void AddField(CodeWriter writer, string coordinate, IPropertySymbol property, IParameterSymbol? parameter)
    {
        var shape = TypeShape.Of(property.Type);
        if (types.Input(shape, property.Has(Annotation.Id), property.MaxLengthOf()) is not { } input)
        {
            findings.Add(Finding.Of(Diagnostics.NoInputType, property.Locations.FirstOrDefault(), coordinate, property.Type.Text()));
            return;
        }

        if (!Defaults.TryGet(property, parameter, shape, out var literal))
        {
            findings.Add(Finding.Of(Diagnostics.NoLiteral, property.Locations.FirstOrDefault(), coordinate));
        }

        types.Current?.Inputs.Add(new InputPart(property, Names.OfField(property), coordinate, shape, literal));
        writer.Lines(CodeWriter.Call(
            "fields.Add",
            [
                .. InputArguments(property, Names.OfField(property), input, literal),
                CodeWriter.Named("member", CodeWriter.Text(property.Name)),
            ]) + ";");
    }

    public static IEnumerable<string?> InputArguments(ISymbol source, string name, string input, string? literal) =>
    [
        CodeWriter.Text(name),
        CodeWriter.Text(Documentation.DescriptionOf(source)),
        input,
        CodeWriter.Named("defaultValue", literal is null ? null : CodeWriter.Text(literal)),
        CodeWriter.Named("deprecationReason", source.Deprecation() is { } reason ? CodeWriter.Text(reason) : null),
        CodeWriter.Named("cost", source.CostOf() is { } cost ? CodeWriter.Number(cost) : null),
    ];

    private static void WriteCreate(
        CodeWriter writer,
        INamedTypeSymbol type,
        IMethodSymbol constructor,
        IReadOnlyList<(IPropertySymbol Property, IParameterSymbol? Parameter)> fields)
    {
        var csharp = type.CSharp();
        string Value(int index) => $"values.Get<{fields[index].Property.Type.CSharp()}>({CodeWriter.Number(index)})";
        var indices = Enumerable.Range(0, fields.Count).ToList();
        var arguments = constructor.Parameters.Select(parameter =>
            Value(indices.First(index => SymbolEqualityComparer.Default.Equals(fields[index].Parameter, parameter))));
        var properties = indices.Where(index => fields[index].Parameter is null).ToList();
        var kept = properties.Where(index => MayHaveValue(fields[index].Property, constructor)).ToList();
        var initialized = properties.Except(kept)
            .Select(index => $"\n    {CodeWriter.Identifier(fields[index].Property.Name)} = {Value(index)},").ToList();
        var created = CodeWriter.Call($"new {csharp}", arguments) + (initialized.Count == 0 ? "" : $"\n{{{string.Concat(initialized)}\n}}");
        if (kept.Count == 0)
        {
            writer.Line($"protected override {csharp} Create(InputValues values) =>");
            writer.Indented(() => writer.Lines(created + ";"));
            return;
        }

        writer.Block($"protected override {csharp} Create(InputValues values)", () =>
        {
            writer.Lines($"var result = {created};");
            foreach (var index in kept)
            {
                // An omitted property keeps the value of its initializer.
                var property = fields[index].Property;
                writer.Block($"if (values.Has({CodeWriter.Number(index)}))", () => writer.Line(property.SetMethod!.IsInitOnly
                    ? $"Set{property.Name}({(type.IsValueType ? "ref " : "")}result, {Value(index)});"
                    : $"result.{CodeWriter.Identifier(property.Name)} = {Value(index)};"));
            }

            writer.Line().Line("return result;");
        });
        foreach (var property in kept.Select(index => fields[index].Property).Where(static property => property.SetMethod!.IsInitOnly))
        {
            writer.Line();
            writer.Line(
                "[global::System.Runtime.CompilerServices.UnsafeAccessor("
                + $"global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"set_{property.Name}\")]");
            writer.Line(
                $"private static extern void Set{property.Name}("
                + $"{(type.IsValueType ? "ref " : "")}{property.ContainingType.CSharp()} input, {property.Type.CSharp()} value);");
        }
    }

    /// <summary>Whether a new object may have a value other than the default in a property, which an omitted field keeps.</summary>
    private static bool MayHaveValue(IPropertySymbol property, IMethodSymbol constructor) => !property.IsRequired
        && (property.DeclaringSyntaxReferences.IsEmpty
            || property.DeclaringSyntaxReferences.Any(static one => one.GetSyntax() is PropertyDeclarationSyntax { Initializer: not null })
            || constructor.DeclaringSyntaxReferences.Any(static one => one.GetSyntax() is ConstructorDeclarationSyntax));
}
