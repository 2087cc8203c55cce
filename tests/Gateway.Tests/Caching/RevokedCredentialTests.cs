using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.Spectrum;
using Gateway.Tests.Upstream;
using Gateway.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching;

/// <summary>A revoked credential can't extend its access to the cache, over real HTTP.</summary>
public sealed class RevokedCredentialTests
{
    private const string Revoked = "revoked";

    /// <summary>What the upstream never answers, to anybody.</summary>
    private const int SilentLimit = 99;

    private static readonly SpectrumEventsArguments Cached = Requests.Least with { Limit = 1 };
    private static readonly SpectrumEventsArguments Silent = Requests.Least with { Limit = SilentLimit };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly TaskCompletionSource _silence = new();
    private volatile bool _isRevoked;

    [Fact]
    public async Task It_reads_nothing_after_its_lease()
    {
        await using var upstream = await UpstreamStub.StartAsync(AnswerAsync);
        await using var gateway = new Replica(upstream.BaseUrl, _time);
        (await gateway.SpectrumAsync(Revoked, Cached)).ShouldSucceed();
        _isRevoked = true;
        _time.Advance(TimeSpan.FromSeconds(60) + TimeSpan.FromTicks(1));

        // All permits that one credential may have, and more that wait for one.
        using var leaving = new CancellationTokenSource();
        var flood = Enumerable.Range(0, 80)
            .Select(i => gateway.SpectrumAsync(Revoked, Silent with { TimeDelta = SpectrumTimeDelta.Day, Since = Day(i), Until = Day(i + 1) }, cancellationToken: leaving.Token))
            .ToArray();
        await Eventually.IsAsync(() => upstream.Calls.Count == 1 + 16);
        var whileFlooded = gateway.SpectrumAsync(Revoked, Cached);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await whileFlooded).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.Overloaded);

        // The silence is over for those that were sent: their own attempts failed, and they have nothing to read.
        _time.Advance(TimeSpan.FromSeconds(7));
        (await Task.WhenAll(flood)).ShouldAllBe(result => result.Value == null);

        // Asked, left, and asked past the cache, one after another.
        for (var i = 0; i < 20; i++)
        {
            using var leave = new CancellationTokenSource();
            var left = gateway.SpectrumAsync(Revoked, Cached, noCache: i % 2 == 0, leave.Token);
            await leave.CancelAsync();
            (await ReadAsync(left)).ShouldBeNull();
            (await gateway.SpectrumAsync(Revoked, Cached, noCache: i % 3 == 0)).Value.ShouldBeNull();
            _time.Advance(TimeSpan.FromSeconds(11));
        }

        _silence.SetResult();
    }

    private static async Task<SpectrumBytime?> ReadAsync(Task<Result<SpectrumBytime>> asked)
    {
        try
        {
            return (await asked).Value;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static DateTimeOffset Day(int i) => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(i);

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Query["limit"] == $"{SilentLimit}")
        {
            await _silence.Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        context.Response.StatusCode = _isRevoked ? 401 : 200;
        await context.Response.WriteAsync(_isRevoked
            ? """{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}"""
            : """{"success":true,"errors":[],"messages":[],"result":{"rows":1,"data_lag":0}}""");
    }
}
