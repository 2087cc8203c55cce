using System.Diagnostics.CodeAnalysis;

namespace Gateway.GraphQL.Types;

/// <summary>A field of an object or interface (§3.6).</summary>
public sealed class OutputField
{
    internal OutputField(string name, string? description, GraphQLType type, IReadOnlyList<InputField> arguments, string? deprecationReason)
    {
        Name = name;
        Description = description;
        Type = type;
        Arguments = arguments;
        DeprecationReason = deprecationReason;
    }

    public string Name { get; }

    public string? Description { get; }

    public GraphQLType Type { get; }

    public IReadOnlyList<InputField> Arguments { get; }

    /// <summary>Null where the field is not deprecated.</summary>
    public string? DeprecationReason { get; }

    /// <summary>Its weight in an operation's cost (<c>@cost</c>); null for the default.</summary>
    internal double? Cost { get; init; }

    /// <summary>How long its list gets (<c>@listSize</c>); null where nothing says so.</summary>
    internal ListSize? ListSize { get; init; }

    /// <summary>How its value is come by; null on interfaces.</summary>
    internal FieldResolver? Resolver { get; set; }

    public bool TryGetArgument(string name, [NotNullWhen(true)] out InputField? argument)
    {
        foreach (var candidate in Arguments)
        {
            if (candidate.Name == name)
            {
                argument = candidate;
                return true;
            }
        }

        argument = null;
        return false;
    }
}

/// <summary>How a field's value is come by, which is the execution's business; the schema only has to know what must be waited for.</summary>
internal abstract class FieldResolver
{
    /// <summary>Whether the value has to be waited for, so that it is resolved before anything is written.</summary>
    public virtual bool IsAsync => false;
}
