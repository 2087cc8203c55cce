using System.Text;
using Gateway.Sandbox.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Sandbox.Faults;

/// <summary>The kinds of fault in the table.</summary>
internal static class FaultKinds
{
    public const string BadGatewayPage = "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad gateway</h1></body></html>";
    public const string NotFoundPage = "<html><head><title>404 Not Found</title></head><body><h1>Not found</h1></body></html>";
    public const string ChallengePage = "<html><head><title>Just a moment...</title></head><body>Verify that you are human.</body></html>";
    public const string WelcomePage = "<html><head><title>Welcome</title></head><body>Sign in to continue.</body></html>";
    public const string HalfABody = """{"success":true,"errors":[],"messages":[],"result":{""";

    public static Fault Refuse(ErrorAnswer answer) => (context, _) => answer.WriteAsync(context);

    public static Fault PerProduct(ErrorAnswer spectrum, ErrorAnswer radar) => PerProduct(Refuse(spectrum), Refuse(radar));

    public static Fault PerProduct(Fault spectrum, Fault radar) => (context, next) =>
        (IsRadar(context) ? radar : spectrum)(context, next);

    public static Fault Serve(int status, string? contentType, string body, params (string Name, string Value)[] headers)
    {
        var answer = new ServedAnswer(status, contentType, Encoding.UTF8.GetBytes(body))
        {
            Headers = headers.ToDictionary(static header => header.Name, static header => header.Value),
        };
        return (context, _) => answer.WriteAsync(context);
    }

    public static Fault Slow(SlowGate gate, TimeSpan atMost) => async (context, next) =>
    {
        await gate.WaitAsync(context, atMost);
        await next(context);
    };

    private static bool IsRadar(HttpContext context) =>
        context.Features.GetRequiredFeature<ApiRoute>().IsRadar;
}
