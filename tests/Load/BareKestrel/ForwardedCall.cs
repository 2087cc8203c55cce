using System.Net;

namespace BareKestrel;

/// <summary>One call for each request, with the caller's own token: the answer's body is copied as it comes.</summary>
internal sealed class ForwardedCall(Uri address)
{
    // As the gateway's, where it costs something: what is sent and understood.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
    });

    public async Task SendAsync(HttpContext context)
    {
        await context.Request.BodyReader.ReadToEndAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "bare-kestrel/1.0.0");
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        response.ContentType = answer.Content.Headers.ContentType?.ToString();
        response.ContentLength = answer.Content.Headers.ContentLength;
        await answer.Content.CopyToAsync(response.Body, context.RequestAborted);
    }
}
