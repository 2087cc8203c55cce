using System.Runtime.CompilerServices;
using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Tests.Spectrum;
using Gateway.Tests.Upstream;
using Gateway.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching;

public sealed class InterleavingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Ten_thousand_interleaved_requests_of_two_tokens_get_their_own_values()
    {
        // Says to each token its own number, and fails now and then.
        var calls = 0;
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref calls) % 7 == 0 ? 503 : 200;
            var token = context.Request.Headers.Authorization.ToString()["Bearer token-".Length..];
            var success = context.Response.StatusCode == 200 ? "true" : "false";
            await context.Response.WriteAsync($$$"""{"success":{{{success}}},"errors":[],"messages":[],"result":{"rows":{{{token}}},"data_lag":0}}""");
        });
        var time = new FakeTimeProvider(Noon);
        await using var gateway = new Replica(upstream.BaseUrl, time);
        var (answers, crossed) = (0, 0);
        await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = TestContext.Current.CancellationToken }, async (i, _) =>
        {
            if (i % 50 == 0)
            {
                time.Advance(TimeSpan.FromSeconds(5));
            }

            var token = 1 + (i % 2);
            var arguments = new SpectrumEventsArguments(Requests.Zone, SpectrumTimeDelta.Minute) { Limit = 1 + (i / 2 % 5) };
            if ((await gateway.SpectrumAsync($"token-{token}", arguments, noCache: i % 11 == 0)).Value is { } answer)
            {
                Interlocked.Increment(ref answers);
                Interlocked.Add(ref crossed, answer.Rows == token ? 0 : 1);
            }
        });

        crossed.ShouldBe(0);
        answers.ShouldBeGreaterThan(5_000);
        // Each token asked for each of five requests. How often depends on how many wait while time passes.
        calls.ShouldBeInRange(10, 5_000);
    }

    [Fact]
    public async Task No_credential_outlives_its_call_by_more_than_a_minute()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, """{"success":true,"errors":[],"messages":[],"result":{"rows":1,"data_lag":0}}""");
        var time = new FakeTimeProvider(Noon);
        await using var gateway = new Replica(upstream.BaseUrl, time);
        var asked = new List<WeakReference>();

        // A miss, and a stale entry that is fetched anew in the background.
        foreach (var seconds in new[] { 0, 20 })
        {
            time.Advance(TimeSpan.FromSeconds(seconds));
            asked.Add(await AskAsync(gateway));
        }

        // Waits for the call in the background.
        await AskAsync(gateway, noCache: true);

        // A caller is swept out at the second interval without a request.
        time.Advance(FingerprintCache.MaxRetention / 2);
        time.Advance(FingerprintCache.MaxRetention / 2);
        for (var i = 0; i < 10 && asked.Exists(credential => credential.IsAlive); i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        asked.ShouldAllBe(credential => !credential.IsAlive);
        upstream.Calls.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> AskAsync(Replica gateway, bool noCache = false)
    {
        var credential = Credential.Bearer("a-token");
        await gateway.SpectrumAsync(credential, noCache);
        return new WeakReference(credential);
    }
}
