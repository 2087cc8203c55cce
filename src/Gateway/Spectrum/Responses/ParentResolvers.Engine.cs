namespace Gateway.Spectrum.Responses;

/// <summary>Resolvers that need nothing but their object.</summary>
internal static class ParentResolvers
{
    public static IObjectFieldDescriptor ResolveParent<TParent, TValue>(
        this IObjectFieldDescriptor field, Func<TParent, TValue> resolve) =>
        field.Resolve(resolve);
}
