namespace Gateway.Caching;

/// <content>Memos of the gateway's own engine; HotChocolate has none.</content>
internal static partial class ResolverMemo
{
    static partial void GetCore<T>(IResolverContext context, ref T? derived)
        where T : class =>
        derived = (context as IOperationMemo)?.GetMemo<T>();

    static partial void SetCore<T>(IResolverContext context, T derived)
        where T : class =>
        (context as IOperationMemo)?.SetMemo(derived);

    static partial void GetSelectionCore<T>(IResolverContext context, ref T? derived)
        where T : class =>
        derived = (context as IOperationMemo)?.GetSelectionMemo<T>();

    static partial void SetSelectionCore<T>(IResolverContext context, T derived)
        where T : class =>
        (context as IOperationMemo)?.SetSelectionMemo(derived);
}
