using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Sandbox.Calls;

/// <summary>One call as it came over the wire, not decoded. Values of headers that may carry a credential are left out.</summary>
/// <param name="Query">What stands after the question mark, or an empty text.</param>
public sealed record RecordedCall(
    SandboxEndpoint Endpoint, string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What stands in place of a credential.</summary>
    public const string LeftOut = "(left out)";

    // Parts of names, not a list: a header that a client should never have sent is hidden too.
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
