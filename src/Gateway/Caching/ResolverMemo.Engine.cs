namespace Gateway.Caching;

/// <content>As the engine keeps it; HotChocolate keeps none.</content>
internal static partial class ResolverMemo
{
    static partial void GetCore<T>(IResolverContext context, ref T? derived)
        where T : class
        => derived = (context as IOperationMemo)?.GetMemo<T>();

    static partial void SetCore<T>(IResolverContext context, T derived)
        where T : class
        => (context as IOperationMemo)?.SetMemo(derived);
}
