using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>A value that may be omitted, as opposed to null.</summary>
internal readonly record struct Optional<T>(T? Value, bool HasValue);

internal static class OptionalArguments
{
    /// <summary>The argument, if it was provided as a value, as a variable with a value, or by its default.</summary>
    public static Optional<T> ArgumentOptional<T>(this IResolverContext context, string name)
    {
        var resolver = (ResolverContext)context;
        var given = resolver.Selection.Node.Arguments.Find(name);
        var isGiven = resolver.Selection.Field.Arguments.Single(argument => argument.Name == name).DefaultValue is not null
            || resolver.ReplaceVariables(given) is not null;
        return isGiven ? new Optional<T>(context.ArgumentValue<T>(name), HasValue: true) : default;
    }
}
