using System.Collections.Immutable;
using Gateway.GraphQL.Language;
using static Gateway.GraphQL.Language.SyntaxPrinter;

namespace Gateway.GraphQL.Types;

/// <summary>Prints a schema in the schema definition language: root types first, then the other types by kind and name.</summary>
internal static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var types = schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        var roots = Enum.GetValues<OperationType>().Select(schema.RootType).OfType<ObjectType>().ToList();
        IEnumerable<Layout> definitions =
        [
            SchemaOf(schema),
            .. roots.Select(Define),
            .. Sorted<ObjectType>(types).Where(type => !roots.Contains(type)).Select(Define),
            .. Sorted<InterfaceType>(types).Select(Define),
            .. Sorted<UnionType>(types).Select(Define),
            .. Sorted<InputObjectType>(types).Select(Define),
            .. Sorted<EnumType>(types).Select(Define),
            .. Sorted<ScalarType>(types).Where(type => type.SpecifiedBy is not null || !IsSpecified(type)).Select(Define),
            .. schema.Directives.Where(directive => !SpecifiedDirectives.IsSpecified(directive.Name))
                .OrderBy(directive => directive.Name, StringComparer.Ordinal).Select(Define),
        ];
        return LayoutWriter.Write(Layout.Of(Layout.Join(Layout.Of(Layout.HardLine, Layout.HardLine), definitions), Layout.HardLine));
    }

    private static IEnumerable<T> Sorted<T>(IEnumerable<NamedType> types)
        where T : NamedType =>
        types.OfType<T>().OrderBy(type => type.Name, StringComparer.Ordinal);

    private static bool IsSpecified(ScalarType type) => type.Name is "Int" or "Float" or "String" or "Boolean" or "ID";

    private static Layout SchemaOf(Schema schema) => Layout.Of(
        Description(schema.Description),
        "schema",
        Block(
            [.. Enum.GetValues<OperationType>().Where(operation => schema.RootType(operation) is not null)],
            operation => $"{operation.ToString().ToLowerInvariant()}: {schema.RootType(operation)}"));

    private static Layout Define(NamedType type) => Layout.Of(
        Description(type.Description),
        type switch
        {
            ComplexType t => Layout.Of(
                t is ObjectType ? $"type {t}" : $"interface {t}",
                Implements([.. t.Interfaces.Select(i => i.Name)]),
                Directives([.. CostDirectives.On(t.Cost)]),
                Block(t.Fields, Define)),
            UnionType t => Layout.Of($"union {t}", Alternatives(" =", t.Types.Select(member => member.Name))),
            InputObjectType t => Layout.Of(
                $"input {t}", Directives(t.IsOneOf ? [new DirectiveNode("oneOf", [], default)] : []), Block(t.Fields, Define)),
            EnumType t => Layout.Of($"enum {t}", Block(t.Values, Define)),
            ScalarType t => Layout.Of($"scalar {t}", Directives(Directive("specifiedBy", "url", t.SpecifiedBy))),
            _ => throw new InvalidOperationException($"`{type}` is of no known kind."),
        });

    private static Layout Define(DirectiveType directive) => Layout.Of(
        Description(directive.Description),
        $"directive @{directive.Name}",
        Define(directive.Arguments),
        directive.IsRepeatable ? " repeatable" : "",
        Alternatives(" on", directive.Locations.Select(location => DirectiveLocations.All[(int)location])));

    private static Layout Define(OutputField field) => Layout.Of(
        Description(field.Description),
        field.Name,
        Define(field.Arguments),
        $": {field.Type}",
        Directives([.. CostDirectives.On(field), .. Directive("deprecated", "reason", field.DeprecationReason)]));

    private static Layout Define(IReadOnlyList<InputField> arguments) =>
        Parenthesized(arguments, Define, mustBreak: arguments.Count > 1 && arguments.Any(argument => argument.Description is not null));

    private static Layout Define(InputField field) => Layout.Of(
        Description(field.Description),
        $"{field.Name}: {field.Type}",
        DefaultValue(field.DefaultValue),
        Directives([.. CostDirectives.On(field.Cost), .. Directive("deprecated", "reason", field.DeprecationReason)]));

    private static Layout Define(EnumValue value) => Layout.Of(
        Description(value.Description), value.Name, Directives(Directive("deprecated", "reason", value.DeprecationReason)));

    private static ImmutableArray<DirectiveNode> Directive(string name, string argument, string? value) => value is null
        ? []
        : [new DirectiveNode(name, [new ArgumentNode(argument, new StringValueNode(value, IsBlock: false, default), default)], default)];
}
