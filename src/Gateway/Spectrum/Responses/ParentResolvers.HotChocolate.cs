namespace Gateway.Spectrum.Responses;

/// <summary>
/// Resolvers that need nothing but their object. HotChocolate would take such a function for the value of the field, and would count a
/// resolver that is not pure as a call in an operation's cost.
/// </summary>
internal static class ParentResolvers
{
    public static IObjectFieldDescriptor ResolveParent<TParent, TValue>(
        this IObjectFieldDescriptor field, Func<TParent, TValue> resolve)
    {
        field.Extend().Configuration.PureResolver = context => resolve(context.Parent<TParent>());
        return field.Type(typeof(TValue));
    }
}
