namespace Gateway.GraphQL.Types;

/// <summary>
/// Bounds the memory of all responses together. The engine asks it only for responses above <see cref="Threshold"/>. The implementation is
/// thread-safe.
/// </summary>
public interface IResponseMemory
{
    /// <summary>The largest response that needs no memory of this, in bytes: 64 KiB.</summary>
    const int Threshold = 64 * 1024;

    /// <summary>Begins a response.</summary>
    /// <param name="state">The transport's object for the request, such as an <c>HttpContext</c>.</param>
    /// <returns>The response's share. It is disposed when the response is written, or given up.</returns>
    IResponseShare Open(object? state);
}

/// <summary>The memory of one response. It is not thread-safe.</summary>
public interface IResponseShare : IDisposable
{
    /// <summary>
    /// Takes more memory. Returns why there is none: the whole request gets this error then, and the share holds nothing any more.
    /// </summary>
    IError? Grow(int bytes);
}
