using System.Collections.Frozen;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Faults;

/// <summary>Responds instead of the endpoint, or calls it. It has the signature of a middleware.</summary>
internal delegate Task Fault(HttpContext context, RequestDelegate next);

/// <summary>The faults by credential. To add one, add a line here and a constant in <see cref="SandboxCredentials"/>.</summary>
internal sealed class FaultTable(SandboxOptions options, SlowGate slow)
{
    private const string Within = "in-";

    private readonly FrozenDictionary<string, Fault> _faults = new Dictionary<string, Fault>
    {
        [SandboxCredentials.Malformed] = FaultKinds.Refuse(ErrorAnswer.MalformedAuthorization),
        [SandboxCredentials.Unauthorized] = FaultKinds.Refuse(new(401, 10000, "Authentication error")),
        [SandboxCredentials.Invalid] = FaultKinds.Refuse(new(401, 1000, "Invalid API Token")),
        [SandboxCredentials.Forbidden] = FaultKinds.Refuse(new(403, 9109, "Unauthorized to access requested resource")),
        [SandboxCredentials.NoPermission] = FaultKinds.Refuse(new(403, 10000, "Authentication error")),
        [SandboxCredentials.OtherLocation] =
            FaultKinds.Refuse(new(403, 9109, "Cannot use the access token from location: 203.0.113.7")),
        [SandboxCredentials.BareErrors] = FaultKinds.Serve(
            401, "application/json", """{"success":false,"errors":["Authentication error"],"messages":null,"result":null}"""),
        [SandboxCredentials.CodeAsText] = FaultKinds.Serve(
            400, "application/json", """{"success":false,"errors":[{"code":"9109","message":"Unauthorized"}],"result":null}"""),
        [SandboxCredentials.EdgeChallenge] =
            FaultKinds.Serve(403, "text/html; charset=UTF-8", FaultKinds.ChallengePage, ("cf-mitigated", "challenge")),
        [SandboxCredentials.EdgeBlock] = FaultKinds.Serve(403, "text/plain; charset=UTF-8", "error code: 1020"),
        [SandboxCredentials.NotFoundHtml] = FaultKinds.Serve(404, "text/html; charset=UTF-8", FaultKinds.NotFoundPage),
        [SandboxCredentials.NotFound] = (context, _) => ErrorAnswer.NoRoute(context.Request.Path.Value ?? "/").WriteAsync(context),
        [SandboxCredentials.OverCost] = FaultKinds.Refuse(ErrorAnswer.RadarOverCost),
        [SandboxCredentials.IntervalTooFine] =
            FaultKinds.PerProduct(ErrorAnswer.SpectrumIntervalTooFine, ErrorAnswer.RadarIntervalTooFine),
        [SandboxCredentials.WindowTooLong] = FaultKinds.PerProduct(ErrorAnswer.SpectrumWindowTooLong, ErrorAnswer.RadarWindowTooLong),
        [SandboxCredentials.RateLimited] = RateLimitedFaults.Blocked(seconds: 300),
        [SandboxCredentials.RateLimitedDate] = RateLimitedFaults.RetryAfterDate(options.Time, TimeSpan.FromMinutes(5)),
        [SandboxCredentials.RateLimitedPast] = RateLimitedFaults.RetryAfterDate(options.Time, -TimeSpan.FromMinutes(5)),
        [SandboxCredentials.RateLimitedZero] = RateLimitedFaults.RetryAfter("0"),
        [SandboxCredentials.RateLimitedNegative] = RateLimitedFaults.RetryAfter("-30"),
        [SandboxCredentials.RateLimitedHuge] = RateLimitedFaults.RetryAfter("1000000000"),
        [SandboxCredentials.RateLimitedOverflow] = RateLimitedFaults.RetryAfter("99999999999999999999"),
        [SandboxCredentials.RateLimitedNonsense] = RateLimitedFaults.RetryAfter("soon"),
        [SandboxCredentials.RateLimitedSilent] = RateLimitedFaults.RetryAfter(null),
        [SandboxCredentials.RateLimitedRatelimit] = RateLimitedFaults.RatelimitOnly(resetSeconds: 45),
        [SandboxCredentials.RateLimitedCode10000] =
            RateLimitedFaults.RetryAfter("300", FaultKinds.Refuse(new(429, 10000, "Too many requests"))),
        [SandboxCredentials.RateLimitedHtml] =
            RateLimitedFaults.RetryAfter("300", FaultKinds.Serve(429, "text/html; charset=UTF-8", RateLimitedFaults.Page)),
        [SandboxCredentials.RateLimitedBadRequest] = RateLimitedFaults.RetryAfter(
            "300", FaultKinds.Refuse(new(400, 10500, "More than 1200 requests per 300 seconds reached"))),
        [SandboxCredentials.ServerError] = FaultKinds.PerProduct(
            spectrum: new(500, 10013, "An unknown error has occurred"),
            radar: new ErrorAnswer(500, 2000, "Internal error") { Radar = true }),
        [SandboxCredentials.Unavailable] = FaultKinds.Refuse(new(503, 10013, "Service temporarily unavailable")),
        [SandboxCredentials.UnavailableRetryAfter] = FaultKinds.Serve(
            503,
            "application/json",
            """{"success":false,"errors":[{"code":10013,"message":"Service temporarily unavailable"}],"messages":[],"result":null}""",
            ("Retry-After", "20")),
        [SandboxCredentials.RequestTimeout] = FaultKinds.Refuse(new(408, 10013, "Request timeout")),
        [SandboxCredentials.GatewayTimeout] = FaultKinds.Refuse(new(504, 10013, "Gateway timeout")),
        [SandboxCredentials.BadGatewayHtml] = FaultKinds.Serve(502, "text/html; charset=UTF-8", FaultKinds.BadGatewayPage),
        [SandboxCredentials.Html200] = FaultKinds.Serve(200, "text/html; charset=UTF-8", FaultKinds.WelcomePage),
        [SandboxCredentials.NotJson] = FaultKinds.Serve(200, "application/json", "upstream connect error"),
        [SandboxCredentials.HalfJson] = FaultKinds.Serve(200, "application/json", FaultKinds.HalfABody),
        [SandboxCredentials.NotGzip] = FaultKinds.Serve(200, "application/json", FaultKinds.HalfABody, ("Content-Encoding", "gzip")),
        [SandboxCredentials.WrongContentType] = AlteredAnswers.Retyped("text/plain"),
        [SandboxCredentials.NullMessages] = AlteredAnswers.NullMessages,
        [SandboxCredentials.DuplicateKey] = AlteredAnswers.DuplicateKey,
        [SandboxCredentials.DuplicateKeyInResult] = AlteredAnswers.DuplicateKeyInResult,
        [SandboxCredentials.TooDeep] = AlteredAnswers.TooDeep,
        [SandboxCredentials.TooLong] = AlteredAnswers.TooLong,
        [SandboxCredentials.GzipBomb] = CompressionBombs.Gzip,
        [SandboxCredentials.DeflateBomb] = CompressionBombs.Deflate,
        [SandboxCredentials.BrotliBomb] = CompressionBombs.Brotli,
        [SandboxCredentials.SuccessFalse] = FaultKinds.Refuse(new(200, 1001, "The request could not be completed")),
        [SandboxCredentials.NoContent] = FaultKinds.Serve(204, null, ""),
        [SandboxCredentials.Redirect] = FaultKinds.Serve(302, null, "", ("Location", "/client/v4/elsewhere")),
        [SandboxCredentials.Slow] = FaultKinds.Slow(slow, options.SlowAnswer),
        [SandboxCredentials.Drip] = TransportFaults.Drip(options),
        [SandboxCredentials.Stall] = TransportFaults.Stall(slow),
        [SandboxCredentials.BlackHole] = TransportFaults.BlackHole(slow),
        [SandboxCredentials.CutOff] = TransportFaults.CutOff,
        [SandboxCredentials.CutOffChunked] = TransportFaults.CutOffChunked,
        [SandboxCredentials.Reset] = TransportFaults.Reset,
        [SandboxCredentials.ResetInBody] = TransportFaults.ResetInBody,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The credentials with a fault.</summary>
    public IEnumerable<string> Credentials => _faults.Keys;

    /// <summary>
    /// The fault of a credential. What follows a dot makes another credential with the same fault; <c>in-</c> and a zone restrict the
    /// fault to that zone.
    /// </summary>
    public Fault? Find(string credential, string? zone = null) => credential.Split('.', 2) is [var name, var suffix]
        ? suffix.StartsWith(Within, StringComparison.Ordinal) && suffix[Within.Length..] != zone ? null : _faults.GetValueOrDefault(name)
        : _faults.GetValueOrDefault(credential);
}
