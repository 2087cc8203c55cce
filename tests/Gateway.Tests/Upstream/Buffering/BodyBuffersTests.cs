using System.Diagnostics.Metrics;
using Gateway.Upstream;
using Gateway.Upstream.Buffering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Gateway.Tests.Upstream.Buffering;

/// <summary>
/// In these tests, the largest response has four segments. All calls together may grow by nine segments, and one credential by five.
/// </summary>
public sealed class BodyBuffersTests : IAsyncDisposable
{
    private const int Whole = 4;

    private readonly ServiceProvider _services;
    private readonly BodyBuffers _buffers;
    private readonly MetricCollector<long> _bytes;

    public BodyBuffersTests()
    {
        _services = TestClient.Services("http://127.0.0.1", options =>
        {
            options.MaxConcurrentCalls = 1;
            options.CredentialShare = 0.6;
            options.MaxResponseBytes = Whole * BodySegment.Size;
            options.MaxBufferedBytes = 11 * BodySegment.Size;
        });
        _buffers = _services.GetRequiredService<BodyBuffers>();
        _bytes = new MetricCollector<long>(_services.GetRequiredService<IMeterFactory>(), "Gateway.Upstream", "gateway.cloudflare.buffered");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private long InUse => _bytes.GetMeasurementSnapshot().Sum(measurement => measurement.Value) / BodySegment.Size;

    public async ValueTask DisposeAsync()
    {
        _bytes.Dispose();
        await _services.DisposeAsync();
    }

    [Fact]
    public void Each_body_has_its_first_segment_at_once_whatever_others_hold()
    {
        var large = Enumerable.Range(0, 3).Select(credential => Body(credential)).ToArray();
        foreach (var body in large)
        {
            Grow(body, Whole - 1);
        }

        Taken(large[0]).ShouldBeTrue();
        Grow(large[1], 1);
        Grow(large[2], 1);
        Taken(Body(0)).ShouldBeTrue();
        Taken(Body(7)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_fullest_body_never_waits_and_those_that_do_get_what_it_leaves()
    {
        var bodies = Enumerable.Range(0, 9).Select(credential => Body(credential)).ToArray();
        foreach (var body in bodies)
        {
            Grow(body, 1);
        }

        // With one more segment for each, nine would be in use and no body could be completed. So after seven, only the largest body may
        // grow.
        var second = bodies.Select(Take).ToArray();
        second.Count(taking => taking.IsCompleted).ShouldBe(7);
        Grow(bodies[0], 2);

        // The first of the two that wait gets what it left, and the second what the next one leaves.
        bodies[0].Dispose();
        await second[7];
        _buffers.Waiting.ShouldBe(1);
        bodies[1].Dispose();
        await second[8];
    }

    [Fact]
    public async Task A_credential_at_its_share_waits_for_itself_and_holds_up_no_other()
    {
        var (first, second, other) = (Body(1), Body(1), Body(2));
        Grow(first, Whole);
        Grow(second, 3);
        var mine = Take(second);
        mine.IsCompleted.ShouldBeFalse();

        Grow(other, Whole);
        mine.IsCompleted.ShouldBeFalse();
        first.Dispose();
        await mine;
    }

    [Fact]
    public async Task Who_stops_waiting_gets_nothing_and_holds_up_nobody()
    {
        var (first, leaving, staying) = (Body(1), Body(1), Body(1));
        Grow(first, Whole);
        Grow(leaving, 2);
        Grow(staying, 2);
        using var caller = new CancellationTokenSource();
        var (left, stayed) = (_buffers.TakeAsync(leaving, caller.Token).AsTask(), Take(staying));
        (left.IsCompleted, stayed.IsCompleted, _buffers.Waiting).ShouldBe((false, false, 2));

        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => left);
        leaving.Dispose();
        first.Dispose();
        await stayed;
        staying.Dispose();
        (InUse, _buffers.Credentials, _buffers.Waiting).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task However_many_grow_at_once_all_come_to_their_end_within_the_bound()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(worker => Task.Run(async () =>
        {
            var random = new Random(worker);
            for (var i = 0; i < 50; i++)
            {
                using var caller = new CancellationTokenSource();
                using var body = Body(worker % 5);
                try
                {
                    for (var segment = 0; segment < random.Next(1, Whole + 1); segment++)
                    {
                        var taking = _buffers.TakeAsync(body, caller.Token).AsTask();
                        if (random.Next(20) == 0)
                        {
                            await caller.CancelAsync();
                        }

                        await taking.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
                        await Task.Yield();
                    }
                }
                catch (OperationCanceledException) when (caller.IsCancellationRequested)
                {
                }
            }
        })));

        // Beside what bodies grow by each has its first segment.
        var (inUse, peak) = (0L, 0L);
        foreach (var measurement in _bytes.GetMeasurementSnapshot())
        {
            inUse += measurement.Value;
            peak = Math.Max(peak, inUse);
        }

        (inUse, _buffers.Credentials, _buffers.Waiting).ShouldBe((0, 0, 0));
        peak.ShouldBeLessThanOrEqualTo((9 + 64) * BodySegment.Size);
    }

    private BufferedBody Body(int credential) => new(_buffers, new CredentialFingerprint(0, (UInt128)credential), default);

    private Task<BodySegment> Take(BufferedBody body) => _buffers.TakeAsync(body, Cancellation).AsTask();

    private bool Taken(BufferedBody body) => Take(body).IsCompletedSuccessfully;

    private void Grow(BufferedBody body, int segments)
    {
        for (var i = 0; i < segments; i++)
        {
            Taken(body).ShouldBeTrue();
        }
    }
}
