using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Calls;

/// <summary>A call between its arrival and the last byte of its answer.</summary>
internal sealed class CallInProgress(CallLog log, Task released)
{
    private int _ended;

    /// <summary>Completes when a delayed call may continue.</summary>
    public Task Released => released;

    /// <summary>Ends the call. Only the first call of this method counts.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
            log.End();
    }

    /// <summary>
    /// A body that ends the call before the last byte of a known length goes out: a client that has it may send the next call at
    /// once, which must not be counted beside this one. A chunked body ends after the pipeline, and so does its call.
    /// </summary>
    public Stream Count(HttpResponse response)
    {
        var (body, written) = (response.Body, 0L);
        return new ForwardingStream(body, (bytes, cancellationToken) =>
        {
            written += bytes.Length;
            if (written >= response.ContentLength)
                End();
            return body.WriteAsync(bytes, cancellationToken);
        });
    }
}
