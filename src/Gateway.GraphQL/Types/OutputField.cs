using System.Diagnostics.CodeAnalysis;
using Gateway.GraphQL.Execution.Fields;

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
    internal FieldExecutor? Executor { get; set; }

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
