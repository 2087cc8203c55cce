namespace Gateway.GraphQL.Types;

/// <summary>A field of an object or interface (§3.6).</summary>
public sealed class OutputField(
    string name, string? description, GraphQLType type, IReadOnlyList<InputField> arguments, string? deprecationReason = null)
{
    public string Name => name;

    public string? Description => description;

    public GraphQLType Type => type;

    public IReadOnlyList<InputField> Arguments => arguments;

    /// <summary>Null where the field is not deprecated.</summary>
    public string? DeprecationReason => deprecationReason;

    /// <summary>The weight in an operation's cost (<c>@cost</c>); null for the default.</summary>
    internal double? Cost { get; init; }

    /// <summary>The resolver; null for fields of interfaces.</summary>
    internal FieldResolver? Resolver { get; set; }
}

/// <summary>Resolves a field. The schema only knows whether it is asynchronous; execution knows the rest.</summary>
internal abstract class FieldResolver
{
    /// <summary>Whether the resolver is asynchronous, so the field is resolved before anything is written.</summary>
    public virtual bool IsAsync => false;
}
