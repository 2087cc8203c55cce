using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;
using Microsoft.Extensions.Logging.Testing;
using StackExchange.Redis;

namespace Gateway.Tests.EndToEnd;

/// <summary>A token appears only in calls to Cloudflare. It appears nowhere else: neither raw, nor encoded, nor truncated.</summary>
[Trait("Gateway", "InProcess")]
public sealed class SecrecyTests
{
    private const string Token = "Zq7xW9kLm3VbN2sD8fGhT5rY1uJp6cAe";
    private const string Field = $"spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR) {{ rows freshness {{ status }} }} ctTimeseries(dateRange: [\"1d\"]) {{ csv }}";

    private const string Certificates = "ctTimeseriesGroups(dimension: CA, series: [{ dateRange: \"1d\" }]) { csv } ctSummary(dimension: CA, series: [{ dateRange: \"1d\" }]) { csv } "
        + "ctAuthorities { authorities { totalCount } } ctLogs { logs { totalCount } } "
        + "ctAuthority(id: \"24EDD4E503A8D3FDB5FFB4AF66C887359901CBE687A5A0760D10A08EED99A7C3\") { id } ctLog(id: \"argon2024\") { id }";

    private static readonly SandboxEndpoint[] Endpoints =
    [
        SandboxEndpoint.Bytime, SandboxEndpoint.CtTimeseries, SandboxEndpoint.CtTimeseriesGroups, SandboxEndpoint.CtSummary,
        SandboxEndpoint.CtAuthorities, SandboxEndpoint.CtAuthority, SandboxEndpoint.CtLogs, SandboxEndpoint.CtLog,
    ];

    private readonly ConcurrentQueue<string> _traced = [];
    private readonly ConcurrentQueue<string> _measured = [];

    [Fact]
    public async Task A_token_appears_in_no_log_trace_metric_answer_or_key()
    {
        RedisServer.SkipUnlessInstalled();
        await using var redis = await RedisServer.StartAsync();
        using var activities = ListenToActivities();
        using var meters = ListenToMeters();
        var app = new GatewayApp
        {
            Setup = ("Production", [("Redis:ConnectionString", redis.Address), ("Cache:Secret", Convert.ToHexString(new byte[32].Select((_, i) => (byte)i).ToArray())), ("Redis:OperationTimeout", "00:00:02"), ("Cache:RefusedCredentialTime", "00:00:00")]),
        };
        await app.InitializeAsync();
        var answers = new List<string>();
        try
        {
            // Answers are only written to a Redis that has answered.
            await Eventually.IsAsync(() => Task.FromResult(app.Logs.GetSnapshot().Any(record => record.Message.StartsWith("Redis answers", StringComparison.Ordinal))));
            await AskInEveryWayAsync(app, answers);
            await Eventually.IsAsync(async () => (await ContentsAsync(redis)).Length >= Endpoints.Length);
        }
        finally
        {
            await app.DisposeAsync();
        }

        _traced.ShouldNotBeEmpty();
        _measured.ShouldNotBeEmpty();
        var logged = app.Logs.GetSnapshot().Select(Text).ToArray();
        logged.ShouldNotBeEmpty();
        foreach (var needle in Needles())
        {
            ShouldNotHold(logged, needle, "logs");
            ShouldNotHold(_traced, needle, "traces");
            ShouldNotHold(_measured, needle, "metrics");
            ShouldNotHold(answers, needle, "answers");
            ShouldNotHold(await ContentsAsync(redis), needle, "Redis");
        }
    }

    private static async Task AskInEveryWayAsync(GatewayApp app, List<string> answers)
    {
        foreach (var headers in ((string, string)[][])
        [
            [("Authorization", $"Bearer {Token}")],
            [("Authorization", $"Bearer {Token}")],
            [("Authorization", $"Bearer {Token}"), ("Cache-Control", "no-cache")],
            [("X-Auth-Email", "user@example.com"), ("X-Auth-Key", Token)],
            [("X-Cloudflare-Spectrum-Authorization", $"Bearer {Token}"), ("X-Cloudflare-Radar-Authorization", $"Bearer {Token}")],
            // Malformed, doubled, halved.
            [("Authorization", Token)],
            [("Authorization", $"Bearer {Token} {Token}")],
            [("Authorization", $"Bearer {Token}"), ("X-Auth-Key", Token)],
            [("X-Auth-Key", Token)],
        ])
        {
            answers.Add((await app.AskAsync($"{{ {Field} {Certificates} }}", null, headers)).ToJsonString());
        }

        // What Cloudflare and the network can do to a call.
        foreach (var status in (int[])[401, 403, 404, 500, 200, 204, 302, 429])
        {
            foreach (var endpoint in Endpoints)
            {
                app.Sandbox.Serve(endpoint, status, "text/html", "<html>");
            }

            // Lists have no arguments that would make another request of them.
            answers.Add((await app.AskAsync(
                $"{{ {$"{Field} {Certificates}".Replace("1d", $"{status % 100 + 2}d", StringComparison.Ordinal)} }}",
                null,
                ("Authorization", $"Bearer {Token}"),
                ("Cache-Control", "no-cache"))).ToJsonString());
        }
    }

    /// <summary>The token and what it may be turned into; eight characters of it are too many.</summary>
    private static IEnumerable<string> Needles()
    {
        var bytes = Encoding.ASCII.GetBytes(Token);
        yield return Token[..8];
        yield return Token[^8..];
        yield return Convert.ToBase64String(bytes)[..16];
        yield return Convert.ToHexString(bytes)[..16];
        yield return Convert.ToHexStringLower(bytes)[..16];
    }

    private static string Text(FakeLogRecord record) =>
        $"{record.Message} {Values(record.State)} {record.Exception} {string.Join(' ', record.Scopes.Select(Values))}";

    private static string Values(object? state) =>
        state is IEnumerable values and not string ? $"{state} {string.Join(' ', values.Cast<object?>())}" : $"{state}";

    private static void ShouldNotHold(IEnumerable<string> texts, string needle, string where) =>
        texts.FirstOrDefault(text => text.Contains(needle, StringComparison.Ordinal)).ShouldBeNull($"{where} hold {needle}");

    // All of it waits on this thread: what follows an answer would run on the client's reader, and a scan would wait there for itself.
    private static Task<string[]> ContentsAsync(RedisServer redis) => Task.Run(() =>
    {
        using var client = ConnectionMultiplexer.Connect(redis.Address + ",syncTimeout=30000");
        var database = client.GetDatabase();
        return client.GetServer(redis.Address).Keys()
            .Select(key => $"{key} {Encoding.Latin1.GetString((byte[]?)database.StringGet(key) ?? [])}")
            .ToArray();
    });

    private ActivityListener ListenToActivities()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _traced.Enqueue(
                $"{activity.OperationName} {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)} "
                + string.Join(' ', activity.Events.Select(e => $"{e.Name} {string.Join(' ', e.Tags)}"))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener ListenToMeters()
    {
        var listener = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();
        return listener;

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}");
    }
}
