using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Calls;

/// <summary>
/// Ends the call before the last byte of a body of known length goes out: a client that has it may send the next call at
/// once, which must not be counted beside this one. A chunked body ends after the pipeline, and so does its call.
/// </summary>
internal sealed class CountedBody(HttpResponse response, CallInProgress call) : ForwardingStream(response.Body)
{
    private long written;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        written += buffer.Length;
        if (written >= response.ContentLength)
            call.End();
        return Inner.WriteAsync(buffer, cancellationToken);
    }
}
