using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.Upstream.Buffering;

namespace Gateway.Upstream.Client;

/// <summary>
/// Recognises answers of Cloudflare's edge, or of another proxy, which stand in front of the API. They say nothing about the credential.
/// </summary>
internal static partial class EdgeAnswer
{
    private const int MaxTextLength = 64;

    /// <summary>
    /// Whether the edge challenges the call, which only a browser can pass
    /// (https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/).
    /// </summary>
    public static bool IsChallenge(HttpResponseHeaders headers) =>
        headers.NonValidated.TryGetValues("Cf-Mitigated", out var values)
        && values.ToString().Equals("challenge", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The failure of a call that did not reach the API: a challenge, or a verdict without the API's envelope. Null for an answer of the
    /// API, and for 408, 429 and 5xx, which mean the same whoever sends them.
    /// </summary>
    public static Failure? Find(HttpResponseHeaders headers, BufferedBody body, int status, string? ray, bool hasEnvelope)
    {
        var isChallenge = IsChallenge(headers);
        var isVerdict = status is >= 400 and < 500 and not 408 and not 429;
        if ((hasEnvelope || !isVerdict) && (!isChallenge || status == 429))
        {
            return null;
        }

        var code = body.Fault is null ? CodeOf(body.Bytes) : null;
        var what = isChallenge ? "challenge" : code is null ? null : FormattableString.Invariant($"error code: {code}");
        return UpstreamFailures.InFront(status, ray, what, isChallenge ? null : code, body.Limit.RetryAfterSeconds);
    }

    /// <summary>The code of a body such as <c>error code: 1020</c>, which the edge sends to clients that are no browser.</summary>
    /// <returns>Null for any other body.</returns>
    private static int? CodeOf(in ReadOnlySequence<byte> body) =>
        body.Length <= MaxTextLength && Bare().Match(Encoding.ASCII.GetString(body)) is { Success: true } match
            ? int.Parse(match.Groups["code"].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^\s*error code: (?<code>[0-9]{3,5})\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bare();
}
