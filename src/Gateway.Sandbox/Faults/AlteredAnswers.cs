using System.Text;

namespace Gateway.Sandbox.Faults;

/// <summary>The endpoint's data with one oddity. A client that misses it sees a valid response.</summary>
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

    /// <summary><c>errors</c> is null, and <c>messages</c> is null or missing. The data is valid.</summary>
    public static Fault NullMessages { get; } = Alter(static body => body
        .Replace("\"errors\":[]", "\"errors\":null", StringComparison.Ordinal)
        .Replace("\"messages\":[]", "\"messages\":null", StringComparison.Ordinal));

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

    private static Fault Insert(string after, string inserted) => Alter(body =>
    {
        var place = body.IndexOf(after, StringComparison.Ordinal);
        return place < 0 ? body : body.Insert(place + after.Length, inserted);
    });

    private static Fault Alter(Func<string, string> alter) => async (context, next) =>
    {
        var wire = context.Response.Body;
        using var own = new MemoryStream();
        context.Request.Headers.AcceptEncoding = default;
        context.Response.Body = own;
        await next(context);
        context.Response.Body = wire;

        var altered = Encoding.UTF8.GetBytes(alter(Encoding.UTF8.GetString(own.GetBuffer(), 0, (int)own.Length)));
        context.Response.ContentLength = altered.Length;
        await wire.WriteAsync(altered, context.RequestAborted);
    };
}
