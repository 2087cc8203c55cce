using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Faults;

/// <summary>Sends the headers at once and then one byte after each interval.</summary>
internal sealed class DrippingBody(Stream inner, TimeSpan interval, TimeProvider time, CancellationToken callerLeft) : ForwardingStream(inner)
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Inner.FlushAsync(callerLeft);
        for (var i = 0; i < buffer.Length; i++)
        {
            await Task.Delay(interval, time, callerLeft);
            await Inner.WriteAsync(buffer.Slice(i, 1), callerLeft);
        }
    }
}
