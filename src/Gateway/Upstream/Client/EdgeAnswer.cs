using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Upstream.Client;

/// <summary>Recognises answers of Cloudflare's edge, which stands in front of the API.</summary>
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

    /// <summary>The code of a body such as <c>error code: 1020</c>, which the edge sends to clients that are no browser.</summary>
    /// <returns>Null for any other body.</returns>
    public static int? CodeOf(in ReadOnlySequence<byte> body) =>
        body.Length <= MaxTextLength && Bare().Match(Encoding.ASCII.GetString(body)) is { Success: true } match
            ? int.Parse(match.Groups["code"].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^\s*error code: (?<code>[0-9]{3,5})\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bare();
}
