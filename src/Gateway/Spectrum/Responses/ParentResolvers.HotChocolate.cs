namespace Gateway.Spectrum.Responses;

/// <summary>Resolvers that need nothing but their object. HotChocolate would take such a function for the value of the field.</summary>
internal static class ParentResolvers
{
    public static IObjectFieldDescriptor ResolveParent<TParent, TValue>(
        this IObjectFieldDescriptor field, Func<TParent, TValue> resolve) =>
        field.Resolve(context => resolve(context.Parent<TParent>()));
}
