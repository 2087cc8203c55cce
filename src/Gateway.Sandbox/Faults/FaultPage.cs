using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Faults;

/// <summary>
/// <c>GET /sandbox/faults</c> lists the credentials with a fault. <c>PUT /sandbox/faults/{endpoint}/{credential}</c> treats every call of
/// the endpoint (<c>bytime</c>, <c>ctTimeseries</c> and so on) as one with that credential, until <c>DELETE /sandbox/faults/{endpoint}</c>.
/// </summary>
internal static class FaultPage
{
    public static Task AnswerAsync(HttpContext context)
    {
        var faults = context.RequestServices.GetRequiredService<FaultTable>();
        var served = context.RequestServices.GetRequiredService<ServedAnswers>();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        switch (context.Request.Method, context.Request.Path.Value?.Split('/'))
        {
            case ("GET", null or [""]):
                string[] credentials = [.. faults.Credentials.Order(StringComparer.Ordinal)];
                return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, credentials);
            case ("PUT", ["", var name, var credential]) when Endpoint(name) is { } endpoint && faults.Find(credential) is { } fault:
                served.Replace(endpoint, fault);
                break;
            case ("DELETE", ["", var name]) when Endpoint(name) is { } endpoint:
                served.Replace(endpoint, null);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }

        return Task.CompletedTask;
    }

    private static SandboxEndpoint? Endpoint(string name) => Enum.GetValues<SandboxEndpoint>()
        .Cast<SandboxEndpoint?>()
        .FirstOrDefault(endpoint => name.Equals(endpoint.ToString(), StringComparison.OrdinalIgnoreCase));
}
