using System.Diagnostics.CodeAnalysis;

namespace Gateway.GraphQL.Execution;

/// <summary>Reads the arguments of selections other than the resolver's own field.</summary>
public static class ArgumentCoercionHelper
{
    /// <summary>Replaces variables in the arguments with their values in this request.</summary>
    public static bool TryCoerceArguments(
        this ArgumentMap arguments,
        IResolverContext resolverContext,
        [NotNullWhen(true)] out IReadOnlyDictionary<string, ArgumentValue>? coercedArgs)
    {
        var result = new ArgumentMap();
        foreach (var (name, argument) in arguments)
        {
            result[name] = new ArgumentValue(((ResolverContext)resolverContext).ReplaceVariables(argument.ValueLiteral));
        }

        coercedArgs = result;
        return true;
    }
}
