namespace Gateway.Sandbox;

/// <summary>
/// The credentials with special behaviour. Any other well-formed credential gets data. Each is valid as a bearer token and as an
/// <c>X-Auth-Key</c>. A dot and anything after it make another credential with the same fault: <c>sandbox-token-invalid.1</c>. With
/// <c>in-</c> and a zone, the fault is in that zone only: <c>sandbox-token-gateway-timeout.in-023e105f4ecef8ad9ca31a8372d0c353</c>.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>credential</term><description>what it gets</description></listheader>
/// <item><term>sandbox-token-for-everything</term><description>data: the one that documents and examples use</description></item>
/// <item><term>sandbox-token-malformed</term><description>400, code 6003 with 6111 in its chain</description></item>
/// <item><term>sandbox-token-unauthorized</term><description>401, code 10000</description></item>
/// <item><term>sandbox-token-invalid</term><description>401, code 1000</description></item>
/// <item><term>sandbox-token-forbidden</term><description>403, code 9109</description></item>
/// <item><term>sandbox-token-no-permission</term><description>403, code 10000</description></item>
/// <item><term>sandbox-token-other-location</term><description>403, code 9109: the token is bound to other addresses</description></item>
/// <item><term>sandbox-token-bare-errors</term><description>401, <c>errors</c> a list of strings, <c>messages</c> null</description></item>
/// <item><term>sandbox-token-code-as-text</term><description>400, code 9109 as a string</description></item>
/// <item>
/// <term>sandbox-token-edge-challenge</term>
/// <description>403 with an HTML page and <c>cf-mitigated: challenge</c>, from the edge in front of the API</description>
/// </item>
/// <item><term>sandbox-token-edge-block</term><description>403 with the text <c>error code: 1020</c>, from the edge</description></item>
/// <item><term>sandbox-token-not-found-html</term><description>404 with an HTML page</description></item>
/// <item><term>sandbox-token-not-found</term><description>404, codes 7003 and 7000</description></item>
/// <item><term>sandbox-token-over-cost</term><description>422, code 2002</description></item>
/// <item><term>sandbox-token-interval-too-fine</term><description>400, code 1005 (Radar: 2001), whatever the window</description></item>
/// <item><term>sandbox-token-window-too-long</term><description>400, code 1005 (Radar: 2001), whatever the window</description></item>
/// <item>
/// <term>sandbox-token-rate-limited</term>
/// <description>429, code 971 (Radar: 1015), <c>Retry-After: 300</c> and nothing left in <c>Ratelimit</c></description>
/// </item>
/// <item>
/// <term>sandbox-token-rate-limited-date</term>
/// <description>429 without <c>Ratelimit</c>: <c>Retry-After</c> is a date, five minutes from now</description>
/// </item>
/// <item>
/// <term>sandbox-token-rate-limited-past</term>
/// <description>429 without <c>Ratelimit</c>: <c>Retry-After</c> is a date, five minutes ago</description>
/// </item>
/// <item><term>sandbox-token-rate-limited-zero</term><description>429 without <c>Ratelimit</c>: <c>Retry-After: 0</c></description></item>
/// <item>
/// <term>sandbox-token-rate-limited-negative</term>
/// <description>429 without <c>Ratelimit</c>: <c>Retry-After: -30</c></description>
/// </item>
/// <item>
/// <term>sandbox-token-rate-limited-huge</term>
/// <description>429 without <c>Ratelimit</c>: <c>Retry-After: 1000000000</c></description>
/// </item>
/// <item>
/// <term>sandbox-token-rate-limited-overflow</term>
/// <description>429 without <c>Ratelimit</c>: <c>Retry-After</c> has more digits than 64 bits hold</description>
/// </item>
/// <item>
/// <term>sandbox-token-rate-limited-nonsense</term>
/// <description>429 without <c>Ratelimit</c>: <c>Retry-After: soon</c></description>
/// </item>
/// <item>
/// <term>sandbox-token-rate-limited-silent</term>
/// <description>429: neither <c>Retry-After</c> nor <c>Ratelimit</c></description>
/// </item>
/// <item>
/// <term>sandbox-token-rate-limited-ratelimit</term>
/// <description>429: no <c>Retry-After</c>, but <c>Ratelimit: "default";r=0;t=45</c></description>
/// </item>
/// <item>
/// <term>sandbox-token-rate-limited-code-10000</term>
/// <description>429 without <c>Ratelimit</c>: <c>Retry-After: 300</c>, and the code that elsewhere means a bad token</description>
/// </item>
/// <item>
/// <term>sandbox-token-rate-limited-html</term>
/// <description>429 without <c>Ratelimit</c>: <c>Retry-After: 300</c>, and an HTML page</description>
/// </item>
/// <item>
/// <term>sandbox-token-rate-limited-bad-request</term>
/// <description>400 with the code 10500 of a rate limit, without <c>Ratelimit</c>: <c>Retry-After: 300</c></description>
/// </item>
/// <item><term>sandbox-token-server-error</term><description>500, code 10013 (Radar: 2000)</description></item>
/// <item><term>sandbox-token-unavailable</term><description>503, code 10013</description></item>
/// <item><term>sandbox-token-unavailable-retry-after</term><description>503, code 10013, <c>Retry-After: 20</c></description></item>
/// <item><term>sandbox-token-request-timeout</term><description>408, code 10013</description></item>
/// <item><term>sandbox-token-gateway-timeout</term><description>504, code 10013</description></item>
/// <item><term>sandbox-token-bad-gateway-html</term><description>502 with an HTML page</description></item>
/// <item><term>sandbox-token-html-200</term><description>200 with an HTML page</description></item>
/// <item><term>sandbox-token-not-json</term><description>200, <c>application/json</c>, and a body that is no JSON</description></item>
/// <item><term>sandbox-token-half-json</term><description>200 with JSON that ends in the middle, its length right</description></item>
/// <item>
/// <term>sandbox-token-not-gzip</term>
/// <description>200 with <c>Content-Encoding: gzip</c>, and a body that is not packed</description>
/// </item>
/// <item><term>sandbox-token-wrong-content-type</term><description>data, its <c>Content-Type</c> text/plain</description></item>
/// <item><term>sandbox-token-null-messages</term><description>data, <c>errors</c> and <c>messages</c> null</description></item>
/// <item><term>sandbox-token-duplicate-key</term><description>data, <c>success</c> twice in the envelope</description></item>
/// <item>
/// <term>sandbox-token-duplicate-key-in-result</term>
/// <description>data, <c>data_lag</c> (Radar: <c>meta</c>) twice in the result</description>
/// </item>
/// <item><term>sandbox-token-too-deep</term><description>data, with a member that takes the JSON to a depth of 33</description></item>
/// <item><term>sandbox-token-too-long</term><description>data with 8 MiB of white space</description></item>
/// <item>
/// <term>sandbox-token-gzip-bomb</term>
/// <description>200, 0.5 MB of gzip that unpack to 512 MiB of JSON, whatever coding was asked for</description>
/// </item>
/// <item><term>sandbox-token-deflate-bomb</term><description>the same in deflate</description></item>
/// <item><term>sandbox-token-brotli-bomb</term><description>the same in 0.1 MB of brotli</description></item>
/// <item><term>sandbox-token-success-false</term><description>200 with <c>success: false</c>, code 1001</description></item>
/// <item><term>sandbox-token-no-content</term><description>204</description></item>
/// <item><term>sandbox-token-redirect</term><description>302 to another path of the sandbox</description></item>
/// <item>
/// <term>sandbox-token-slow</term>
/// <description>data, but after <see cref="SandboxSettings.SlowAnswer"/> or <see cref="SandboxHost.ReleaseSlowAnswers"/></description>
/// </item>
/// <item>
/// <term>sandbox-token-drip</term>
/// <description>data, one byte after each <see cref="SandboxSettings.DripInterval"/>; the headers come at once</description>
/// </item>
/// <item>
/// <term>sandbox-token-stall</term>
/// <description>200, the headers and the beginning of a body, then nothing; a release resets the connection</description>
/// </item>
/// <item><term>sandbox-token-black-hole</term><description>nothing at all; a release resets the connection</description></item>
/// <item>
/// <term>sandbox-token-cut-off</term>
/// <description>200, a part of the bytes that <c>Content-Length</c> promises, and the connection is closed</description>
/// </item>
/// <item>
/// <term>sandbox-token-cut-off-chunked</term>
/// <description>200, a chunked body without its last chunk, and the connection is closed</description>
/// </item>
/// <item><term>sandbox-token-reset</term><description>the connection is reset (RST) before any byte of an answer</description></item>
/// <item>
/// <term>sandbox-token-reset-in-body</term>
/// <description>200, the headers and the beginning of a body, and the connection is reset (RST)</description>
/// </item>
/// </list>
/// </remarks>
public static class SandboxCredentials
{
    public const string Everything = "sandbox-token-for-everything";
    public const string Malformed = "sandbox-token-malformed";
    public const string Unauthorized = "sandbox-token-unauthorized";
    public const string Invalid = "sandbox-token-invalid";
    public const string Forbidden = "sandbox-token-forbidden";
    public const string NoPermission = "sandbox-token-no-permission";
    public const string OtherLocation = "sandbox-token-other-location";
    public const string BareErrors = "sandbox-token-bare-errors";
    public const string CodeAsText = "sandbox-token-code-as-text";
    public const string EdgeChallenge = "sandbox-token-edge-challenge";
    public const string EdgeBlock = "sandbox-token-edge-block";
    public const string NotFoundHtml = "sandbox-token-not-found-html";
    public const string NotFound = "sandbox-token-not-found";
    public const string OverCost = "sandbox-token-over-cost";
    public const string IntervalTooFine = "sandbox-token-interval-too-fine";
    public const string WindowTooLong = "sandbox-token-window-too-long";
    public const string RateLimited = "sandbox-token-rate-limited";
    public const string RateLimitedDate = "sandbox-token-rate-limited-date";
    public const string RateLimitedPast = "sandbox-token-rate-limited-past";
    public const string RateLimitedZero = "sandbox-token-rate-limited-zero";
    public const string RateLimitedNegative = "sandbox-token-rate-limited-negative";
    public const string RateLimitedHuge = "sandbox-token-rate-limited-huge";
    public const string RateLimitedOverflow = "sandbox-token-rate-limited-overflow";
    public const string RateLimitedNonsense = "sandbox-token-rate-limited-nonsense";
    public const string RateLimitedSilent = "sandbox-token-rate-limited-silent";
    public const string RateLimitedRatelimit = "sandbox-token-rate-limited-ratelimit";
    public const string RateLimitedCode10000 = "sandbox-token-rate-limited-code-10000";
    public const string RateLimitedHtml = "sandbox-token-rate-limited-html";
    public const string RateLimitedBadRequest = "sandbox-token-rate-limited-bad-request";
    public const string ServerError = "sandbox-token-server-error";
    public const string Unavailable = "sandbox-token-unavailable";
    public const string UnavailableRetryAfter = "sandbox-token-unavailable-retry-after";
    public const string RequestTimeout = "sandbox-token-request-timeout";
    public const string GatewayTimeout = "sandbox-token-gateway-timeout";
    public const string BadGatewayHtml = "sandbox-token-bad-gateway-html";
    public const string Html200 = "sandbox-token-html-200";
    public const string NotJson = "sandbox-token-not-json";
    public const string HalfJson = "sandbox-token-half-json";
    public const string NotGzip = "sandbox-token-not-gzip";
    public const string WrongContentType = "sandbox-token-wrong-content-type";
    public const string NullMessages = "sandbox-token-null-messages";
    public const string DuplicateKey = "sandbox-token-duplicate-key";
    public const string DuplicateKeyInResult = "sandbox-token-duplicate-key-in-result";
    public const string TooDeep = "sandbox-token-too-deep";
    public const string TooLong = "sandbox-token-too-long";
    public const string GzipBomb = "sandbox-token-gzip-bomb";
    public const string DeflateBomb = "sandbox-token-deflate-bomb";
    public const string BrotliBomb = "sandbox-token-brotli-bomb";
    public const string SuccessFalse = "sandbox-token-success-false";
    public const string NoContent = "sandbox-token-no-content";
    public const string Redirect = "sandbox-token-redirect";
    public const string Slow = "sandbox-token-slow";
    public const string Drip = "sandbox-token-drip";
    public const string Stall = "sandbox-token-stall";
    public const string BlackHole = "sandbox-token-black-hole";
    public const string CutOff = "sandbox-token-cut-off";
    public const string CutOffChunked = "sandbox-token-cut-off-chunked";
    public const string Reset = "sandbox-token-reset";
    public const string ResetInBody = "sandbox-token-reset-in-body";
}
