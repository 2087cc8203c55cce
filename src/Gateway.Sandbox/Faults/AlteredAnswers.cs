using System.Text;

namespace Gateway.Sandbox.Faults;

/// <summary>The endpoint's data with one error. A client that misses the error sees a valid response.</summary>
internal static class AlteredAnswers
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const int MostDepth = 32;
    private const string Envelope = "{";
    private const string Result = "\"result\":{";

    public static Fault DuplicateKey { get; } = Insert(Envelope, "\"success\":true,");

    public static Fault DuplicateKeyInResult { get; } = FaultKinds.PerProduct(
        spectrum: Insert(Result, "\"data_lag\":0,"),
        radar: Insert(Result, "\"meta\":{},"));

    /// <summary>One level deeper than a reader with a limit of 32 levels allows. The envelope is the first level.</summary>
    public static Fault TooDeep { get; } = Insert(
        Envelope, "\"deep\":" + new string('[', MostDepth) + new string(']', MostDepth) + ",");

    /// <summary>The data and 8 MiB of white space.</summary>
    public static Fault TooLong { get; } = Insert(Envelope, new string(' ', MostBytes));

    public static Fault Retyped(string contentType) => (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            context.Response.ContentType = contentType;
            return Task.CompletedTask;
        });
        return next(context);
    };

    private static Fault Insert(string after, string inserted) => async (context, next) =>
    {
        var wire = context.Response.Body;
        using var own = new MemoryStream();
        context.Request.Headers.AcceptEncoding = default;
        context.Response.Body = own;
        await next(context);
        context.Response.Body = wire;

        var body = Encoding.UTF8.GetString(own.GetBuffer(), 0, (int)own.Length);
        var place = body.IndexOf(after, StringComparison.Ordinal);
        var altered = Encoding.UTF8.GetBytes(place < 0 ? body : body.Insert(place + after.Length, inserted));
        context.Response.ContentLength = altered.Length;
        await wire.WriteAsync(altered, context.RequestAborted);
    };
}
