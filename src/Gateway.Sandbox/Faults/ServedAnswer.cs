namespace Gateway.Sandbox.Faults;

/// <summary>A response that a test serves. Its bytes are sent unchanged, with the headers of all responses.</summary>
public sealed record ServedAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Additional headers, or other values for the common headers. An empty value removes a header.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The delay, unless it is released earlier. Infinite is allowed. Default: 0.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The interval between single bytes of the body, after the headers. Default: null, which sends it at once.</summary>
    public TimeSpan? DripInterval { get; init; }

    internal async Task WriteAsync(HttpContext context)
    {
        if (Delay != TimeSpan.Zero)
            await context.RequestServices.GetRequiredService<SlowGate>().WaitAsync(context, Delay);

        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value.Length > 0 ? value : null;
        if (Body.IsEmpty)
            return;

        context.Response.ContentLength = Body.Length;
        var body = DripInterval is { } interval
            ? TransportFaults.DrippingBody(context, interval, context.RequestServices.GetRequiredService<SandboxOptions>().Time)
            : context.Response.Body;
        await body.WriteAsync(Body, context.RequestAborted);
    }
}
