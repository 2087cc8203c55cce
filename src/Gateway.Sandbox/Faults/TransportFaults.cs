using System.Text;
using Gateway.Sandbox.Calls;
using Gateway.Sandbox.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Sandbox.Faults;

/// <summary>Faults of the connection.</summary>
internal static class TransportFaults
{
    // More than Kestrel buffers (64 KiB): once it is written, the headers and the first bytes have been sent.
    private const int Surely = 256 * 1024;

    private static readonly byte[] Started = Encoding.ASCII.GetBytes(FaultKinds.HalfABody.PadRight(Surely));

    public static Task Reset(HttpContext context, RequestDelegate next)
    {
        Abort(context);
        return Task.CompletedTask;
    }

    public static async Task ResetInBody(HttpContext context, RequestDelegate next)
    {
        await StartAsync(context);
        Abort(context);
    }

    /// <summary>Closes the connection with FIN, before all bytes of <c>Content-Length</c> are sent.</summary>
    public static Task CutOff(HttpContext context, RequestDelegate next)
    {
        context.Response.ContentLength = 2 * Surely;
        return CutOffChunked(context, next);
    }

    /// <summary>Closes the connection with FIN, before the last chunk.</summary>
    public static async Task CutOffChunked(HttpContext context, RequestDelegate next)
    {
        await StartAsync(context);
        // For Kestrel, this exception means that the response can't be completed.
        throw new IOException("The sandbox ends this answer early, as it was told to.");
    }

    /// <summary>Accepts the request and sends nothing. The connection is reset when it is released or the sandbox stops.</summary>
    public static Fault BlackHole(SlowGate gate) => async (context, _) =>
    {
        try
        {
            await gate.WaitAsync(context, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            Abort(context);
        }
    };

    /// <summary>Like the black hole, but after the headers and a part of the body.</summary>
    public static Fault Stall(SlowGate gate) => async (context, next) =>
    {
        await StartAsync(context);
        await BlackHole(gate)(context, next);
    };

    public static Fault Drip(SandboxOptions options) => (context, next) =>
    {
        context.Response.Body = DrippingBody(context, options.DripInterval, options.Time);
        return next(context);
    };

    /// <summary>Sends the headers at once and then one byte after each interval.</summary>
    public static Stream DrippingBody(HttpContext context, TimeSpan interval, TimeProvider time)
    {
        var (body, callerLeft) = (context.Response.Body, context.RequestAborted);
        return new ForwardingStream(body, async (bytes, _) =>
        {
            await body.FlushAsync(callerLeft);
            for (var i = 0; i < bytes.Length; i++)
            {
                await Task.Delay(interval, time, callerLeft);
                await body.WriteAsync(bytes.Slice(i, 1), callerLeft);
            }
        });
    }

    private static async Task StartAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Started, context.RequestAborted);
    }

    /// <summary>Kestrel ends an aborted connection with RST, not with FIN. The call is over before its caller can know.</summary>
    private static void Abort(HttpContext context)
    {
        context.Features.GetRequiredFeature<CallInProgress>().End();
        context.Abort();
    }
}
