using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.Types.SchemaFirst;

/// <summary>What <see cref="SchemaBuilder.AddResolver"/> takes.</summary>
internal delegate object? Resolver(IResolverContext context);

internal static class DefaultResolvers
{
    /// <summary>Fields without a resolver are read off their parent, where that is a dictionary.</summary>
    public static Resolver For(string fieldName) => context
        => context.Parent<object?>() is IReadOnlyDictionary<string, object?> parent && parent.TryGetValue(fieldName, out var value) ? value : null;
}
