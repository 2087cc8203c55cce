using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// What a resolver makes of its arguments and selections alone, kept for as long as the server keeps the operation with its variables: the
/// same request of a client is read into its normal form once. A server that keeps no operations recalls nothing.
/// </summary>
internal static partial class ResolverMemo
{
    public static T? GetMemo<T>(this IResolverContext context)
        where T : class
    {
        T? derived = null;
        GetCore(context, ref derived);
        return derived;
    }

    /// <summary>Keeps what is derived, and hands it on; why nothing could be is worked out anew each time.</summary>
    public static Result<T> SetMemo<T>(this IResolverContext context, Result<T> derived)
        where T : class
    {
        if (derived.Value is { } value)
        {
            SetCore(context, value);
        }

        return derived;
    }

    static partial void GetCore<T>(IResolverContext context, ref T? derived)
        where T : class;

    static partial void SetCore<T>(IResolverContext context, T derived)
        where T : class;
}
