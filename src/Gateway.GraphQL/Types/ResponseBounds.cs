namespace Gateway.GraphQL.Types;

/// <summary>What a response may have in bytes, and in memory.</summary>
internal struct ResponseBounds
{
    public static readonly ResponseBounds None = new() { MaxBytes = int.MaxValue };

    /// <summary>The most bytes.</summary>
    public int MaxBytes { get; set; }

    /// <summary>The bytes that need no further memory. A response below <see cref="IResponseMemory.Threshold"/> needs none.</summary>
    public int Granted { get; set; }

    public IResponseMemory? Memory { get; init; }

    /// <summary>The transport's object for the request.</summary>
    public object? State { get; init; }
}

/// <summary>A response has reached a bound. The engine turns it into an error; no resolver sees it.</summary>
internal sealed class ResponseLimitException(IError? refusal = null)
    : Exception(refusal?.Message ?? "The response is larger than it may be.")
{
    /// <summary>Why there is no memory for the response; null if it has too many bytes.</summary>
    public IError? Refusal => refusal;
}
