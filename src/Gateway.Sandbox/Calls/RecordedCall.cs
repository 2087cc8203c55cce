using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Sandbox.Calls;

/// <summary>One call as received, not decoded. Values of headers that may hold a credential are omitted.</summary>
/// <param name="Query">The text after the question mark; empty if there is none.</param>
public sealed record RecordedCall(
    SandboxEndpoint Endpoint, string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The replacement for a credential.</summary>
    public const string LeftOut = "(left out)";

    // Parts of header names, so unexpected headers with credentials are hidden, too.
    private static readonly SearchValues<string> Secret =
        SearchValues.Create(["auth", "cookie", "token"], StringComparison.OrdinalIgnoreCase);

    internal static RecordedCall Of(HttpContext context, SandboxEndpoint endpoint)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        return new(
            endpoint,
            context.Request.Method,
            target[0],
            target.ElementAtOrDefault(1) ?? "",
            context.Request.Headers.ToDictionary(
                header => header.Key,
                header => header.Key.AsSpan().ContainsAny(Secret) ? LeftOut : header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase));
    }
}
