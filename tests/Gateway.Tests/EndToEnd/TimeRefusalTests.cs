using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Sandbox.Faults;

namespace Gateway.Tests.EndToEnd;

/// <summary>
/// A refusal of Cloudflare's because of interval or window says what to try, over real HTTP; any other refusal suggests nothing.
/// </summary>
public sealed class TimeRefusalTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string FineSpectrum = "Cloudflare rejected the request (status 400): time_delta is too fine for the range.";
    private const string FineRadar = "Cloudflare rejected the request (status 400): aggInterval is too fine for the date range.";
    private const string Long = "Cloudflare rejected the request (status 400): invalid time range: too long.";
    private const string June = "since: \"2026-06-01T00:00:00Z\", until: \"2026-06-03T00:00:00Z\"";

    private static int Requests;

    // Each request is different, because a refused one is not repeated for a while.
    private static int Next => Interlocked.Increment(ref Requests);

    [Theory]
    [InlineData("MINUTE", "DEKAMINUTE")]
    [InlineData("DEKAMINUTE", "HOUR")]
    [InlineData("HOUR", "DAY")]
    [InlineData("DAY", "WEEK")]
    [InlineData("WEEK", "MONTH")]
    [InlineData("MONTH", "QUARTER")]
    [InlineData("QUARTER", "YEAR")]
    [InlineData("YEAR", null)]
    public async Task An_interval_of_spectrums_that_is_too_fine_is_told_the_next_coarser_one(string asked, string? coarser)
    {
        app.Sandbox.Serve(SandboxEndpoint.Bytime, SandboxCredentials.IntervalTooFine);
        Error(await SpectrumAsync(asked, June)).ShouldBe(coarser is null
            ? ("UPSTREAM_REJECTED", FineSpectrum[..^1], null, null)
            : ("UPSTREAM_REJECTED", $"{FineSpectrum} Try `{coarser}` for `timeDelta`.", "timeDelta", coarser));
    }

    [Theory]
    [InlineData("FIFTEEN_MINUTES", "ONE_HOUR")]
    [InlineData("ONE_HOUR", "ONE_DAY")]
    [InlineData("ONE_DAY", "ONE_WEEK")]
    [InlineData("ONE_WEEK", null)]
    [InlineData("null", null)]
    public async Task An_interval_of_radars_that_is_too_fine_is_told_the_next_coarser_one(string asked, string? coarser)
    {
        app.Sandbox.Serve(SandboxEndpoint.CtTimeseries, SandboxCredentials.IntervalTooFine);
        Error(await RadarAsync("dateRange: \"30d\"", asked)).ShouldBe(coarser is null
            ? ("UPSTREAM_REJECTED", FineRadar[..^1], null, null)
            : ("UPSTREAM_REJECTED", $"{FineRadar} Try `{coarser}` for `aggInterval`.", "aggInterval", coarser));
    }

    [Fact]
    public async Task The_sandboxs_own_rules_are_recognized()
    {
        Error(await SpectrumAsync("MINUTE", "since: \"2026-01-01T00:00:00Z\", until: \"2026-03-31T00:00:00Z\""))
            .ShouldBe(("UPSTREAM_REJECTED", $"{FineSpectrum} Try `DEKAMINUTE` for `timeDelta`.", "timeDelta", "DEKAMINUTE"));
        Error(await RadarAsync("dateRange: \"30d\"", "FIFTEEN_MINUTES")).ShouldBe((
            "UPSTREAM_REJECTED",
            "Cloudflare rejected the request (status 400): aggInterval 15m is too fine for the date range. Try `ONE_HOUR` for `aggInterval`.",
            "aggInterval",
            "ONE_HOUR"));
    }

    [Theory]
    [InlineData(June, "2026-06-02T00:00:00Z")]
    [InlineData("since: \"2026-06-01T00:00:00Z\", until: \"2026-06-01T00:00:03Z\"", "2026-06-01T00:00:01Z")]
    [InlineData("until: \"2026-06-03T00:00:00Z\"", "2026-06-02T21:00:00Z")]
    [InlineData("since: \"2026-06-01T00:00:00Z\", until: \"2026-06-01T00:00:01Z\"", null)]
    public async Task A_window_of_spectrums_that_is_too_long_is_told_its_half(string window, string? half)
    {
        app.Sandbox.Serve(SandboxEndpoint.Bytime, SandboxCredentials.WindowTooLong);
        Error(await SpectrumAsync("HOUR", window)).ShouldBe(Halved("since", half));
    }

    [Theory]
    [InlineData("window: \"30d\"", "15d")]
    [InlineData("window: \"1w\"", "84h")]
    [InlineData("window: \"24h\", shift: \"7d\"", "12h")]
    [InlineData("window: \"1h\"", "30m")]
    [InlineData("window: \"1m\"", null)]
    public async Task A_window_relative_to_now_that_is_too_long_is_told_its_half(string window, string? half)
    {
        app.Sandbox.Serve(SandboxEndpoint.Bytime, SandboxCredentials.WindowTooLong);
        Error(await SpectrumAsync("HOUR", window)).ShouldBe(Halved("window", half));
    }

    [Theory]
    [InlineData("since: ", 48)]
    [InlineData("", 6)]
    public async Task A_window_that_ends_now_is_halved_from_now(string since, int hours)
    {
        var before = DateTimeOffset.UtcNow;
        app.Sandbox.Serve(SandboxEndpoint.Bytime, SandboxCredentials.WindowTooLong);
        var window = since.Length == 0 ? "" : $"{since}\"{before.AddHours(-hours):yyyy-MM-ddTHH:mm:ssZ}\"";
        var suggestion = Error(await SpectrumAsync("HOUR", window)).Suggestion.ShouldNotBeNull();
        DateTimeOffset.Parse(suggestion, CultureInfo.InvariantCulture)
            .ShouldBeInRange(before.AddHours(-hours / 2.0).AddSeconds(-2), DateTimeOffset.UtcNow.AddHours(-hours / 2.0));
    }

    [Theory]
    [InlineData("dateRange: \"30d\"", "dateRange", "15d")]
    [InlineData("dateRange: \"7d\"", "dateRange", "3d")]
    [InlineData("dateRange: \"52w\"", "dateRange", "26w")]
    [InlineData("dateRange: \"3w\"", "dateRange", "10d")]
    [InlineData("dateRange: \"1W\"", "dateRange", "3d")]
    [InlineData("dateRange: \"30dControl\"", "dateRange", "15dcontrol")]
    [InlineData("dateRange: \"1d\"", null, null)]
    [InlineData("dateStart: \"2026-06-01T00:00:00Z\", dateEnd: \"2026-06-03T00:00:00Z\"", "dateStart", "2026-06-02T00:00:00Z")]
    [InlineData("dateStart: \"2026-06-01T00:00:00Z\", dateEnd: \"2026-06-01T01:10:00Z\"", "dateStart", "2026-06-01T00:30:00Z")]
    [InlineData("dateStart: \"2026-06-01T00:00:00Z\", dateEnd: \"2026-06-01T00:15:00Z\"", null, null)]
    [InlineData("", null, null)]
    public async Task A_window_of_radars_that_is_too_long_is_told_its_half(string dates, string? argument, string? half)
    {
        app.Sandbox.Serve(SandboxEndpoint.CtTimeseries, SandboxCredentials.WindowTooLong);
        Error(await RadarAsync(dates, "ONE_HOUR")).ShouldBe(Halved(argument, half));
    }

    [Fact]
    public async Task The_repeated_refusal_of_a_request_says_the_same_without_a_call()
    {
        var (query, token) = (Spectrum("MINUTE", June), $"a-token-{Guid.NewGuid()}");
        app.Sandbox.Serve(SandboxEndpoint.Bytime, SandboxCredentials.IntervalTooFine);
        var first = await app.AskAsync(query, null, ("Authorization", $"Bearer {token}"));
        var calls = app.Sandbox.Calls.Count(SandboxEndpoint.Bytime);
        var second = await app.AskAsync(query, null, ("Authorization", $"Bearer {token}"));

        app.Sandbox.Calls.Count(SandboxEndpoint.Bytime).ShouldBe(calls);
        Error(first).Suggestion.ShouldBe("DEKAMINUTE");
        Error(second).ShouldBe(Error(first));
    }

    [Theory]
    [InlineData("timeDelta is too small for this time range", null, "timeDelta")]
    [InlineData("Time delta 'minute' is too granular", null, "timeDelta")]
    [InlineData("too many points for time_delta=minute", null, "timeDelta")]
    [InlineData("time_delta minute is too fine for a time range longer than 30 days", null, "timeDelta")]
    [InlineData("is too fine for the range", "/query/time_delta", "timeDelta")]
    [InlineData("too fine.", "time_delta", "timeDelta")]
    [InlineData("bad query: error parsing time: invalid time range: too long", null, "since")]
    [InlineData("query time range is too large. Time range can't be wider than 1d", null, "since")]
    [InlineData("The maximum time range from start to end cannot exceed 1 hour.", null, "since")]
    [InlineData("the window is too long", "/query/since", "since")]
    [InlineData("The date range is too long for time_delta minute", null, "since")]
    public async Task A_refusal_that_names_interval_or_window_and_the_reason_is_recognized(string message, string? pointer, string argument)
    {
        app.Sandbox.Serve(SandboxEndpoint.Bytime, 400, "application/json", Body([message], pointer));
        Error(await SpectrumAsync("MINUTE", June)).Argument.ShouldBe(argument);
    }

    [Theory]
    [InlineData("Please check time interval or your plan level", null)]
    [InlineData("invalid time range: too early: logs older than 168h0m0s are not available", null)]
    [InlineData("time range is longer than the retention of 30 days", null)]
    [InlineData("since must not be after until", null)]
    [InlineData("since must not be more than 90 days ago", null)]
    [InlineData("time_delta must be one of year, quarter, month", null)]
    [InlineData("time_delta is too coarse for the range", null)]
    [InlineData("time_delta is not valid", null)]
    [InlineData("filters: 'coloName==time_delta is too fine' is not valid", null)]
    [InlineData("filters: the value is too long since it has 300 characters", null)]
    [InlineData("the filter for this time range is too long", null)]
    [InlineData("is too long", "/query/filters")]
    [InlineData("time_delta is too fine", "/query/filters")]
    [InlineData("is invalid", "/query/time_delta")]
    [InlineData("Cloudflare gave no message.", null)]
    public async Task Another_refusal_suggests_nothing(string message, string? pointer)
    {
        app.Sandbox.Serve(SandboxEndpoint.Bytime, 400, "application/json", Body([message], pointer));
        var (code, _, argument, suggestion) = Error(await SpectrumAsync("MINUTE", June));
        (code, argument, suggestion).ShouldBe(("UPSTREAM_REJECTED", null, null));
    }

    [Fact]
    public async Task A_refusal_for_several_reasons_suggests_nothing()
    {
        app.Sandbox.Serve(SandboxEndpoint.Bytime, 400, "application/json", Body(["time_delta is too fine for the range", "filters: unknown field"], null));
        Error(await SpectrumAsync("MINUTE", June)).Argument.ShouldBeNull();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(422)]
    [InlineData(503)]
    public async Task Only_a_400_suggests_something(int status)
    {
        app.Sandbox.Serve(SandboxEndpoint.Bytime, new ServedAnswer(status, "application/json", JsonSerializer.SerializeToUtf8Bytes(
            new { success = false, errors = new[] { new { code = 1005, message = "time_delta is too fine for the range" } } })), times: 4);
        Error(await SpectrumAsync("MINUTE", June)).Argument.ShouldBeNull();
        app.Sandbox.Restore(SandboxEndpoint.Bytime);
    }

    private static (string, string, string?, string?) Halved(string? argument, string? half) => half is null
        ? ("UPSTREAM_REJECTED", Long[..^1], null, null)
        : ("UPSTREAM_REJECTED", $"{Long} Try `{half}` for `{argument}`.", argument, half);

    private static string Body(string[] messages, string? pointer) => JsonSerializer.Serialize(new
    {
        success = false,
        errors = messages.Select(message => new { code = 1005, message, source = pointer is null ? null : new { pointer } }),
    });

    private static (string Code, string Message, string? Argument, string? Suggestion) Error(JsonNode answer)
    {
        var (message, extensions) = (answer.Message(), answer.Refusal());
        return (extensions.Code(), message, (string?)extensions["argument"], (string?)extensions["suggestion"]);
    }

    private static string Spectrum(string delta, string window) =>
        $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: {delta}, limit: {Next}, {window}) {{ rows }} }}";

    private Task<JsonNode> SpectrumAsync(string delta, string window) => app.AskAsync(Spectrum(delta, window));

    private Task<JsonNode> RadarAsync(string dates, string interval) =>
        app.CtAsync($"aggInterval: {interval}, series: [{{ ca: \"{Next}\" {dates} }}]");
}
