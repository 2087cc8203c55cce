using System.Diagnostics.CodeAnalysis;
using HotChocolate.Execution.Processing;
using HotChocolate.Resolvers;

namespace HotChocolate.Execution.Internal;

public static class ArgumentCoercionHelper
{
    public static bool TryCoerceArguments(
        this ArgumentMap arguments,
        IResolverContext resolverContext,
        [NotNullWhen(true)] out IReadOnlyDictionary<string, ArgumentValue>? coercedArgs) =>
        throw null!;
}
