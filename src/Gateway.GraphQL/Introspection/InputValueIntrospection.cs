using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Introspection;

/// <summary>An argument, or a field of an input object.</summary>
[GraphQLName("__InputValue")]
internal sealed class InputValueIntrospection(InputField definition, Schema schema)
{
    /// <summary>The name.</summary>
    public string Name => definition.Name;

    /// <summary>What it is for.</summary>
    public string? Description => definition.Description;

    /// <summary>The type of the values that it takes.</summary>
    [Cost(0)]
    public TypeIntrospection Type => new(definition.Type, schema);

    /// <summary>The default as a literal; null where there is none.</summary>
    public string? DefaultValue => definition.DefaultValue is { } literal ? SyntaxPrinter.Print(literal) : null;

    /// <summary>Whether it should no longer be used.</summary>
    public bool IsDeprecated => definition.DeprecationReason is not null;

    /// <summary>Why it should not, and what to use instead.</summary>
    public string? DeprecationReason => definition.DeprecationReason;
}

internal static class InputFieldListExtensions
{
    public static IEnumerable<InputValueIntrospection> Visible(
        this IReadOnlyList<InputField> fields, bool includeDeprecated, Schema schema) =>
        fields
        .Where(field => includeDeprecated || field.DeprecationReason is null)
        .Select(field => new InputValueIntrospection(field, schema));
}
