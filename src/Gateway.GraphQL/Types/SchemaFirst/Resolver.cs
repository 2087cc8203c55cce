using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.Types.SchemaFirst;

/// <summary>
/// How a field of a schema from documents comes by its value: null, a scalar's C# value, the name of an enum value, any sequence for a list,
/// any object for an object type, and an <see cref="IError"/> wherever there is an error instead. Objects of an abstract type are dictionaries
/// with the name of their type at <c>__typename</c>.
/// </summary>
internal delegate object? Resolver(IResolverContext context);

internal static class DefaultResolvers
{
    /// <summary>Fields without a resolver are read off their parent, where that is a dictionary.</summary>
    public static Resolver For(string fieldName) => context
        => context.Parent<object?>() is IReadOnlyDictionary<string, object?> parent && parent.TryGetValue(fieldName, out var value) ? value : null;
}
