using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Spectrum.Inputs;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.Time;

namespace Gateway.Tests.EndToEnd;

/// <summary>Six viewers of one dashboard, at two replicas, who ask for a window relative to now. Over HTTP, with a clock that is set.</summary>
[Trait("Gateway", "InProcess")]
public sealed class SharedWindowTests
{
    private const string Query = """
        query($zone: ID!, $delta: SpectrumTimeDelta!, $window: String, $shift: String) {
          spectrumBytime(zoneId: $zone, timeDelta: $delta, window: $window, shift: $shift) { rows freshness { status fetchedAt expiresAt } }
        }
        """;

    // At each of these turns an interval begins, and the start of the window moves, too.
    private static readonly (SpectrumTimeDelta Delta, string[] Windows, string Turn, string Before, string After)[] Turns =
    [
        (SpectrumTimeDelta.Minute, ["60m", "1h"], "2026-12-31T23:59:00Z", "2026-12-31T22:58:00Z", "2026-12-31T22:59:00Z"),
        (SpectrumTimeDelta.Dekaminute, ["180m", "3h"], "2027-01-01T00:10:00Z", "2026-12-31T21:00:00Z", "2026-12-31T21:10:00Z"),
        (SpectrumTimeDelta.Hour, ["1440m", "24h", "1d"], "2027-01-01T11:00:00Z", "2026-12-31T10:00:00Z", "2026-12-31T11:00:00Z"),
        (SpectrumTimeDelta.Day, ["168h", "7d", "1w"], "2027-03-01T00:00:00Z", "2027-02-21T00:00:00Z", "2027-02-22T00:00:00Z"),

        // A Monday.
        (SpectrumTimeDelta.Week, ["672h", "28d", "4w"], "2027-03-08T00:00:00Z", "2027-02-01T00:00:00Z", "2027-02-08T00:00:00Z"),
        (SpectrumTimeDelta.Month, ["8784h", "366d"], "2028-03-01T00:00:00Z", "2027-02-01T00:00:00Z", "2027-03-01T00:00:00Z"),
        (SpectrumTimeDelta.Quarter, ["1827d", "261w"], "2028-04-01T00:00:00Z", "2023-01-01T00:00:00Z", "2023-04-01T00:00:00Z"),
        (SpectrumTimeDelta.Year, ["1827d", "261w"], "2029-01-01T00:00:00Z", "2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Six_viewers_cost_one_call_a_refresh_and_replica_from_before_a_turn_to_after_it(bool withRedis)
    {
        await using var site = await Site.StartAsync(withRedis);
        foreach (var (delta, windows, turn, before, after) in Turns)
        {
            site.Sandbox.Calls.Reset();
            var statuses = new HashSet<string>();
            foreach (var milliseconds in new[] { -2000, -1500, -900, -300, -1, 0, 0, 1, 400, 1000, 1600, 2000 })
            {
                site.Clock.Now = Instant(turn).AddMilliseconds(milliseconds);

                // Two viewers share their words, and so a prepared request; the others have their own.
                var viewers = await Task.WhenAll(Enumerable.Range(0, 6).SelectMany(viewer =>
                    site.Replicas.Select(replica => AskAsync(replica, delta, windows[viewer / 2 % windows.Length]))));
                statuses.UnionWith(viewers.Select(freshness => $"{(milliseconds < 0 ? "before" : "after")} {Status(freshness)}"));
                if (milliseconds == -2000)
                {
                    statuses.Remove("before MISS");
                }
            }

            foreach (var replica in site.Replicas)
            {
                await Eventually.IsAsync(async () => Status(await AskAsync(replica, delta, windows[0])) == "HIT");
            }

            statuses.Remove("after HIT");
            statuses.ShouldBe(["before HIT", "after UPDATING"], ignoreOrder: true, customMessage: $"{delta}");

            var since = site.Sandbox.Calls.Last.Select(call => QueryOf(call.Query, "since")).Order(StringComparer.Ordinal).ToArray();
            since.Count(start => start == before).ShouldBe(2, $"{delta}: {string.Join(' ', since)}");

            // A replica that refreshes after the other one has, finds it in Redis.
            since.Count(start => start == after).ShouldBeInRange(withRedis ? 1 : 2, 2, $"{delta}: {string.Join(' ', since)}");
            since.Length.ShouldBeLessThanOrEqualTo(4, $"{delta}: {string.Join(' ', since)}");
            site.Sandbox.Calls.Last.ShouldAllBe(call => QueryOf(call.Query, "until") == null);
        }
    }

    [Fact]
    public async Task Nobody_waits_at_a_turn()
    {
        await using var site = await Site.StartAsync(withRedis: false);
        foreach (var (delta, windows, turn, _, after) in Turns)
        {
            site.Clock.Now = Instant(turn).AddSeconds(-2);
            await Task.WhenAll(site.Replicas.Select(replica => AskAsync(replica, delta, windows[0])));
            site.Sandbox.Calls.Reset();

            // From here on no call is answered until it is released.
            site.Sandbox.Break(SandboxEndpoint.Bytime, SandboxCredentials.Slow);
            site.Clock.Now = Instant(turn);
            for (var viewer = 0; viewer < 6; viewer++)
            {
                foreach (var replica in site.Replicas)
                {
                    var freshness = await AskAsync(replica, delta, windows[viewer % windows.Length]);
                    (Status(freshness), Instant(freshness["expiresAt"])).ShouldBe(("UPDATING", Instant(turn)), $"{delta}");
                }
            }

            await site.Sandbox.Calls.WhenAsync(calls => calls.InProgress == 2, TestContext.Current.CancellationToken);
            site.Sandbox.Restore(SandboxEndpoint.Bytime);
            site.Sandbox.ReleaseSlowAnswers();
            foreach (var replica in site.Replicas)
            {
                await Eventually.IsAsync(async () => Status(await AskAsync(replica, delta, windows[0])) == "HIT");
            }

            site.Sandbox.Calls.Last.Select(call => QueryOf(call.Query, "since")).ShouldBe([after, after], $"{delta}");
        }
    }

    [Fact]
    public async Task While_Cloudflare_is_down_at_a_turn_the_answer_is_stale_at_once()
    {
        await using var site = await Site.StartAsync(withRedis: false);
        foreach (var (delta, windows, turn, _, after) in Turns)
        {
            var replica = site.Replicas[0];
            site.Clock.Now = Instant(turn).AddMilliseconds(-400);
            var first = await AskAsync(replica, delta, windows[0]);

            // The gateway learns it from a caller who wants to have it new.
            site.Sandbox.Break(SandboxEndpoint.Bytime, SandboxCredentials.Unavailable);
            (await AskAsync(replica, delta, windows[0], ("Cache-Control", "no-cache")))["status"].Compact().ShouldBe("\"STALE\"", $"{delta}");
            site.Sandbox.Calls.Reset();

            site.Clock.Now = Instant(turn);
            for (var viewer = 0; viewer < 6; viewer++)
            {
                var freshness = await AskAsync(replica, delta, windows[viewer % windows.Length]);
                (Status(freshness), freshness["fetchedAt"].Compact()).ShouldBe(("STALE", first["fetchedAt"].Compact()), $"{delta}");
            }

            site.Sandbox.Calls.Count(SandboxEndpoint.Bytime).ShouldBe(0);

            // And the window of this interval follows when Cloudflare is back.
            site.Sandbox.Restore(SandboxEndpoint.Bytime);
            site.Clock.Now = Instant(turn).AddSeconds(2);
            Status(await AskAsync(replica, delta, windows[0])).ShouldBe("UPDATING", $"{delta}");
            await Eventually.IsAsync(async () => Status(await AskAsync(replica, delta, windows[0])) == "HIT");
            QueryOf(site.Sandbox.Calls.Last[^1].Query, "since").ShouldBe(after, $"{delta}");
        }
    }

    [Fact]
    public async Task An_outage_that_begins_at_a_turn_keeps_nobody_waiting_either()
    {
        await using var site = await Site.StartAsync(withRedis: false);
        var (delta, windows, turn, _, _) = Turns[2];
        site.Clock.Now = Instant(turn).AddSeconds(-2);
        await AskAsync(site.Replicas[0], delta, windows[0]);
        site.Sandbox.Break(SandboxEndpoint.Bytime, SandboxCredentials.Unavailable);
        site.Clock.Now = Instant(turn);

        // Nobody knows of it until the call has failed.
        Status(await AskAsync(site.Replicas[0], delta, windows[0])).ShouldBe("UPDATING");
        await Eventually.IsAsync(async () => Status(await AskAsync(site.Replicas[0], delta, windows[0])) == "STALE");
    }

    [Fact]
    public async Task A_shifted_window_is_closed_and_moves_with_the_running_interval()
    {
        await using var site = await Site.StartAsync(withRedis: false);
        var replica = site.Replicas[0];
        site.Clock.Now = Instant("2027-03-10T10:59:59Z");
        Status(await AskAsync(replica, SpectrumTimeDelta.Hour, "24h", shift: "7d")).ShouldBe("MISS");
        site.Clock.Now = Instant("2027-03-10T11:00:00Z");
        Status(await AskAsync(replica, SpectrumTimeDelta.Hour, "1d", shift: "1w")).ShouldBe("UPDATING");
        await Eventually.IsAsync(async () => Status(await AskAsync(replica, SpectrumTimeDelta.Hour, "24h", shift: "7d")) == "HIT");

        site.Sandbox.Calls.Last.Select(call => (QueryOf(call.Query, "since"), QueryOf(call.Query, "until"))).ShouldBe([
            ("2027-03-02T10:00:00Z", "2027-03-03T11:00:00Z"), ("2027-03-02T11:00:00Z", "2027-03-03T12:00:00Z")]);
    }

    [Theory]
    [InlineData("window: \"1y\"", "window")]
    [InlineData("window: \"\"", "window")]
    [InlineData("window: \"24h\", shift: \"P1D\"", "shift")]
    [InlineData("shift: \"7d\"", "shift")]
    [InlineData("window: \"24h\", since: \"2026-01-01T00:00:00Z\"", "window")]
    public async Task A_window_that_is_none_is_bad_input_and_costs_no_call(string arguments, string argument)
    {
        await using var site = await Site.StartAsync(withRedis: false);
        var answer = await site.Replicas[0].SpectrumAsync(", " + arguments);
        answer.Refusal().Code().ShouldBe("BAD_USER_INPUT");
        answer.Refusal()["argument"]!.GetValue<string>().ShouldBe(argument);
        site.Sandbox.Calls.Count(SandboxEndpoint.Bytime).ShouldBe(0);
    }

    private static Task<JsonNode> AskAsync(GatewayApp replica, SpectrumTimeDelta delta, string window, params (string, string)[] headers) =>
        AskAsync(replica, delta, window, null, headers);

    private static async Task<JsonNode> AskAsync(
        GatewayApp replica, SpectrumTimeDelta delta, string window, string? shift, params (string, string)[] headers) =>
        (await replica.AskAsync(
            Query,
            new { zone = GatewayApp.Zone, delta = delta.ToString().ToUpperInvariant(), window, shift },
            [("Authorization", "Bearer the-dashboards-token"), .. headers])).Data()["spectrumBytime"]!["freshness"]!;

    private static string Status(JsonNode freshness) => freshness["status"]!.GetValue<string>();

    private static DateTimeOffset Instant(JsonNode? text) => Instant(text!.GetValue<string>());

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string? QueryOf(string query, string name) =>
        System.Web.HttpUtility.ParseQueryString(query)[name];

    /// <summary>Two replicas with one clock and one upstream, which takes its time.</summary>
    private sealed class Site : IAsyncDisposable
    {
        private RedisServer? _redis;

        public SetClock Clock { get; } = new(Instant("2026-12-31T20:00:00Z"));

        public SandboxHost Sandbox { get; private set; } = null!;

        public GatewayApp[] Replicas { get; private set; } = [];

        public static async Task<Site> StartAsync(bool withRedis)
        {
            if (withRedis)
            {
                RedisServer.SkipUnlessInstalled();
            }

            var site = new Site();
            site._redis = withRedis ? await RedisServer.StartAsync() : null;
            site.Sandbox = await SandboxServer.StartAsync(
                new SandboxOptions { Time = site.Clock, Delay = TimeSpan.FromMilliseconds(30), SlowAnswer = Timeout.InfiniteTimeSpan },
                TestContext.Current.CancellationToken);
            (string, string)[] settings = [("Cloudflare:Retries:Max", "0"), ("Cache:Secret", new string('a', 64))];
            (string, string)[] redis = withRedis
                ? [("Redis:ConnectionString", site._redis!.Address), ("Redis:OperationTimeout", "00:00:05")]
                : [];
            site.Replicas = [.. Enumerable.Range(0, 2).Select(_ => new GatewayApp
            {
                Setup = ("Development", [.. settings, .. redis]), Upstream = site.Sandbox, Time = site.Clock, Deadline = "00:00:30",
            })];
            foreach (var replica in site.Replicas)
            {
                await replica.InitializeAsync();
                if (withRedis)
                {
                    await Eventually.IsAsync(() => replica.Logs.GetSnapshot().Any(record => record.Message.StartsWith("Redis answers", StringComparison.Ordinal)));
                }
            }

            return site;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var replica in Replicas)
            {
                await replica.DisposeAsync();
            }

            await Sandbox.DisposeAsync();
            if (_redis is not null)
            {
                await _redis.DisposeAsync();
            }
        }
    }
}
