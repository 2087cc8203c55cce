using System.Collections.Concurrent;
using System.Diagnostics;
using Gateway.Sandbox;
using Gateway.Sandbox.Calls;

namespace Trust.Tests.Attacks;

/// <summary>
/// 32 credentials, each with a zone of its own. Each asks four times a second, of both APIs in turn: three times what it has asked before,
/// and the fourth time something new. Every one of them has a recent 2xx from both APIs before an attack begins.
/// </summary>
internal sealed class HonestCallers(Uri gateway) : IDisposable
{
    public const int Count = 32;
    public const int PerSecond = 4;

    private const int NewEvery = 4;

    /// <summary>The soonest that a lease is renewed: after three quarters of it.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(45);

    /// <summary>What data may come from. Stale data would mean that Cloudflare can't be asked.</summary>
    private static readonly string[] Good = ["HIT", "MISS", "UPDATING"];

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1.0 / PerSecond);

    private readonly HttpClient _client = GatewayProcess.NewClient(gateway);
    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<(bool IsNew, TimeSpan Latency)> _latencies = [];
    private int _rounds;

    public string Report => $"{_outcomes.Values.Sum()} honest requests: {Outcomes.Text(_outcomes)}";

    /// <summary>How long answers took, each from when its request was due or sent, whichever was first; the fastest first.</summary>
    public TimeSpan[] Latencies(bool ofNew) =>
        [.. _latencies.Where(latency => latency.IsNew == ofNew).Select(latency => latency.Latency).Order()];

    /// <summary>Begins to count outcomes and latencies anew.</summary>
    public void Forget()
    {
        _outcomes.Clear();
        _latencies.Clear();
    }

    public int Errors => _outcomes.Where(outcome => !Good.Contains(outcome.Key)).Sum(outcome => outcome.Value);

    /// <summary>Each caller asks both APIs, before any attack.</summary>
    public async Task WarmUpAsync()
    {
        foreach (var query in (Func<int, string>[])[caller => Old(caller, isSpectrum: true), caller => Old(caller, isSpectrum: false)])
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, Count).Select(caller => AskAsync(caller, query(caller))));
            outcomes.ShouldAllBe(outcome => outcome == "MISS");
        }
    }

    /// <summary>Each request is sent when it is due, whatever became of earlier ones. No two are due at the same time.</summary>
    public async Task AskAsync(int seconds)
    {
        var (first, last) = (_rounds, _rounds + (seconds * PerSecond));
        _rounds = last;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            from round in Enumerable.Range(first, last - first)
            from caller in Enumerable.Range(0, Count)
            select AskAsync(caller, round, Interval * (round - first + ((double)caller / Count)), watch));
    }

    /// <summary>Errors, and credentials for which Cloudflare was called more or less often than for what they asked first.</summary>
    public IEnumerable<string> Faults(CallLog calls, TimeSpan elapsed)
    {
        if (Errors > 0)
        {
            yield return Report;
        }

        var renewals = (int)(elapsed / Renewal);
        foreach (var endpoint in (SandboxEndpoint[])[SandboxEndpoint.Bytime, SandboxEndpoint.CtTimeseries])
        {
            var least = 1 + Enumerable.Range(0, _rounds)
                .Count(round => IsNew(round) && IsSpectrum(round) == (endpoint == SandboxEndpoint.Bytime));
            var counts = Enumerable.Range(0, Count).Select(caller => calls.Count(endpoint, Token(caller))).ToArray();
            if (counts.Any(count => count < least || count > least + renewals))
            {
                yield return $"Calls of the honest credentials to {endpoint}: {least} to {least + renewals} are right, "
                    + $"not {string.Join(' ', counts)}";
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private static bool IsNew(int round) => round % NewEvery == NewEvery - 1;

    // In turn, and so are the new ones among them.
    private static bool IsSpectrum(int round) => (round + (round / NewEvery)) % 2 == 0;

    private static string Token(int caller) => $"honest-{caller}";

    private static string Old(int caller, bool isSpectrum) => New(caller, -1, isSpectrum);

    private static string New(int caller, int round, bool isSpectrum) =>
        isSpectrum ? Query.Spectrum(caller, limit: 10 + round) : Query.Radar($"of-{caller}-{round + 1}");

    private async Task AskAsync(int caller, int round, TimeSpan due, Stopwatch watch)
    {
        if (due - watch.Elapsed is { } wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, TestContext.Current.CancellationToken);
        }

        // A timer may be some milliseconds early.
        var from = due < watch.Elapsed ? due : watch.Elapsed;

        var isSpectrum = IsSpectrum(round);
        var outcome = await AskAsync(caller, IsNew(round) ? New(caller, round, isSpectrum) : Old(caller, isSpectrum));
        _latencies.Add((IsNew(round), watch.Elapsed - from));
        Outcomes.Add(_outcomes, Good.Contains(outcome) ? outcome : $"{outcome} ({(isSpectrum ? "Spectrum" : "Radar")})");
    }

    private Task<string> AskAsync(int caller, string query) =>
        Query.AskAsync(_client, Token(caller), query, TestContext.Current.CancellationToken);
}
