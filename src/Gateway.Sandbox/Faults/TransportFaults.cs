using System.Text;
using Gateway.Sandbox.Calls;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Sandbox.Faults;

/// <summary>Faults of the connection, whatever is said over it.</summary>
internal static class TransportFaults
{
    // More than Kestrel buffers (64 KiB): once it is written, the headers and the first of it are on their way.
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

    /// <summary>The connection ends in order, before the bytes that <c>Content-Length</c> promised.</summary>
    public static async Task CutOff(HttpContext context, RequestDelegate next)
    {
        context.Response.ContentLength = 2 * Surely;
        await StartAsync(context);
        throw Early();
    }

    /// <summary>The connection ends in order, before the chunk that is the last.</summary>
    public static async Task CutOffChunked(HttpContext context, RequestDelegate next)
    {
        await StartAsync(context);
        throw Early();
    }

    /// <summary>Takes the request and says nothing; when it is released or the sandbox stops, the connection is reset.</summary>
    public static Fault BlackHole(SlowGate gate) => (context, _) => VanishAsync(context, gate);

    /// <summary>As the black hole, but after the headers and some of the body.</summary>
    public static Fault Stall(SlowGate gate) => async (context, _) =>
    {
        await StartAsync(context);
        await VanishAsync(context, gate);
    };

    public static Fault Drip(SandboxOptions options) => (context, next) =>
    {
        context.Response.Body = new DrippingBody(context.Response.Body, options.DripInterval, options.Time, context.RequestAborted);
        return next(context);
    };

    private static async Task StartAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Started, context.RequestAborted);
    }

    private static async Task VanishAsync(HttpContext context, SlowGate gate)
    {
        try
        {
            await gate.WaitAsync(context, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            Abort(context);
        }
    }

    /// <summary>Kestrel ends an aborted connection with RST, not with FIN. The call is over before its caller can know.</summary>
    private static void Abort(HttpContext context)
    {
        context.Features.GetRequiredFeature<CallInProgress>().End();
        context.Abort();
    }

    // What Kestrel takes for an answer that cannot be finished.
    private static IOException Early() => new("The sandbox ends this answer early, as it was told to.");
}
