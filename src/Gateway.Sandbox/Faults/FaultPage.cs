using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Faults;

/// <summary>
/// <c>GET /sandbox/faults</c> names the credentials that have a fault. <c>PUT /sandbox/faults/{endpoint}/{credential}</c>
/// treats every call of the endpoint (<c>bytime</c>, <c>ctTimeseries</c>) as one with that credential, until
/// <c>DELETE /sandbox/faults/{endpoint}</c>.
/// </summary>
internal static class FaultPage
{
    public static Task AnswerAsync(HttpContext context)
    {
        var faults = context.RequestServices.GetRequiredService<FaultTable>();
        var served = context.RequestServices.GetRequiredService<ServedAnswers>();
        switch (context.Request.Method, context.Request.Path.Value?.Split('/'))
        {
            case ("GET", null or [""]):
                return ListAsync(context, faults);
            case ("PUT", ["", var name, var credential]) when Endpoint(name) is { } endpoint && faults.TryFind(credential, out var fault):
                served.Replace(endpoint, fault);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            case ("DELETE", ["", var name]) when Endpoint(name) is { } endpoint:
                served.Clear(endpoint);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private static Task ListAsync(HttpContext context, FaultTable faults) => JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, json =>
    {
        json.WriteStartArray();
        foreach (var credential in faults.Credentials.Order(StringComparer.Ordinal))
            json.WriteStringValue(credential);
        json.WriteEndArray();
    });

    private static SandboxEndpoint? Endpoint(string name)
    {
        foreach (var endpoint in Enum.GetValues<SandboxEndpoint>())
        {
            if (name.Equals(endpoint.ToString(), StringComparison.OrdinalIgnoreCase))
                return endpoint;
        }

        return null;
    }
}
