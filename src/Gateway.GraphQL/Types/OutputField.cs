namespace Gateway.GraphQL.Types;

/// <summary>
/// A field of an object or interface (GraphQL September 2025, §3.6, https://spec.graphql.org/September2025/#sec-Objects).
/// </summary>
public sealed class OutputField(
    string name, string? description, GraphQLType type, IReadOnlyList<InputField> arguments, string? deprecationReason = null)
{
    public string Name => name;

    public string? Description => description;

    public GraphQLType Type => type;

    public IReadOnlyList<InputField> Arguments => arguments;

    /// <summary>Why the field is deprecated; null if it is not.</summary>
    public string? DeprecationReason => deprecationReason;

    /// <summary>The weight in an operation's cost (<c>@cost</c>); null for the default.</summary>
    internal double? Cost { get; init; }

    /// <summary>How many items a list counts as in an operation's cost (<c>@listSize</c>); null for the default.</summary>
    internal int? ListSize { get; init; }

    /// <summary>How arguments decide about the size of the lists below; null for fields that are no connections.</summary>
    internal Slicing? Slicing { get; init; }

    /// <summary>The resolver; null for fields of interfaces.</summary>
    internal FieldResolver? Resolver { get; set; }
}

/// <summary>Resolves a field. The schema only knows whether it is asynchronous; execution knows the rest.</summary>
internal abstract class FieldResolver
{
    /// <summary>Whether the resolver is asynchronous, so the field is resolved before anything is written.</summary>
    public virtual bool IsAsync => false;
}
