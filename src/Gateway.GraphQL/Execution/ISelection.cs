using System.Diagnostics.CodeAnalysis;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Execution;

/// <summary>A field of an operation, after fragments are spread and equal response names are merged.</summary>
public interface ISelection
{
    string ResponseName { get; }

    /// <summary>The arguments as they are written; variables in them are replaced by <see cref="ArgumentMap.TryCoerceArguments"/>.</summary>
    ArgumentMap Arguments { get; }
}

/// <summary>The arguments of a selection, those left to their default included.</summary>
public sealed class ArgumentMap : Dictionary<string, ArgumentValue>
{
    internal ArgumentMap()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>Replaces the variables in the arguments by this request's values.</summary>
    public bool TryCoerceArguments(IResolverContext context, [NotNullWhen(true)] out IReadOnlyDictionary<string, ArgumentValue>? coerced)
    {
        var result = new ArgumentMap();
        foreach (var (name, argument) in this)
        {
            result[name] = new ArgumentValue(((ResolverContext)(object)context).ReplaceVariables(argument.ValueLiteral));
        }

        coerced = result;
        return true;
    }
}

/// <summary>An argument's value as a literal of the GraphQL language.</summary>
public sealed class ArgumentValue
{
    internal ArgumentValue(ValueNode? valueLiteral) => ValueLiteral = valueLiteral;

    public ValueNode? ValueLiteral { get; }
}
