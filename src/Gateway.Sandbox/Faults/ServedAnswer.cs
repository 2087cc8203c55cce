namespace Gateway.Sandbox.Faults;

/// <summary>An answer that a test lays out: its bytes go out as they are, beside the headers that every answer has.</summary>
public sealed record ServedAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>More headers, or other values for those that every answer has.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    internal async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        if (Body.IsEmpty)
            return;
        context.Response.ContentLength = Body.Length;
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
