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

    /// <summary>Its weight in an operation's cost (<c>@cost</c>); null for the default.</summary>
    internal double? Cost { get; init; }

    /// <summary>How its value is come by; null on interfaces.</summary>
    internal FieldResolver? Resolver { get; set; }
}

/// <summary>How a field's value is come by, which is the execution's business; a schema only knows what must be waited for.</summary>
internal abstract class FieldResolver
{
    /// <summary>Whether the value has to be waited for, so that it is resolved before anything is written.</summary>
    public virtual bool IsAsync => false;
}
