using System.Diagnostics.Metrics;
using System.Text;
using Gateway.Tests.Caching.Redis;
using Gateway.Upstream;
using Gateway.Upstream.Buffering;
using Gateway.Upstream.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Buffering;

/// <summary>Bodies that are large, slow or cut off, over real HTTP. Their memory is always returned.</summary>
public sealed class BufferingTests
{
    private const string Success = """{"success":true,"errors":[],"messages":[],"result":{"text":"hello"}}""";
    private const int Mebibyte = 1024 * 1024;

    private static readonly byte[] Spaces = Encoding.UTF8.GetBytes(new string(' ', Mebibyte));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sixty_four_calls_of_8_MiB_at_once_are_answered_within_the_bound()
    {
        await using var upstream = await UpstreamStub.StartAsync(context => WriteAsync(context, 8 * Mebibyte));
        await using var services = TestClient.Services(upstream.BaseUrl, options =>
            (options.MaxCallsPerSecond, options.QueueTimeout, options.AttemptTimeout, options.Deadline)
                = (0, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2)));
        using var bytes = Bytes(services);
        var client = services.GetRequiredService<CloudflareClient>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i =>
            client.AskAsync(Cancellation, TestClient.Identify(Credential.Bearer($"token-{i % 4}")))));

        answers.ShouldAllBe(answer => answer.Value != null);
        var (inUse, peak) = (0L, 0L);
        foreach (var measurement in bytes.GetMeasurementSnapshot())
        {
            inUse += measurement.Value;
            peak = Math.Max(peak, inUse);
        }

        inUse.ShouldBe(0);
        peak.ShouldBeInRange(16 * Mebibyte, (long)(1.1 * 64 * Mebibyte));
    }

    [Fact]
    public async Task A_body_that_drips_beyond_the_deadline_ends_at_the_deadline_with_a_timeout()
    {
        await using var upstream = await UpstreamStub.StartAsync(DripAsync);
        await using var services = TestClient.Services(upstream.BaseUrl, options => options.Deadline = TimeSpan.FromMilliseconds(300));
        using var bytes = Bytes(services);

        var failure = (await services.GetRequiredService<CloudflareClient>().AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        (failure.Kind, failure.IsUnsent, failure.Message).ShouldBe((FailureKind.UpstreamTimeout, false, "Cloudflare did not answer within 0.3 s."));
        InUse(bytes).ShouldBe(0);
    }

    [Fact]
    public async Task A_body_that_drips_for_longer_than_an_attempt_may_take_and_one_that_is_cut_off_are_asked_for_again()
    {
        var answers = 0;
        await using var upstream = await UpstreamStub.StartAsync(context => Interlocked.Increment(ref answers) switch
        {
            1 => CutOffAsync(context),
            2 => DripAsync(context),
            _ => WriteAsync(context, Mebibyte),
        });
        await using var services = TestClient.Services(upstream.BaseUrl, options =>
            (options.Retries.Max, options.Retries.Delay, options.AttemptTimeout) = (2, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(500)));
        using var bytes = Bytes(services);

        (await services.GetRequiredService<CloudflareClient>().AskAsync(Cancellation)).Value.ShouldNotBeNull().Result.Text.ShouldBe("hello");

        answers.ShouldBe(3);
        InUse(bytes).ShouldBe(0);
    }

    [Fact]
    public async Task Dripping_and_cut_off_bodies_open_the_circuit()
    {
        await using var upstream = await UpstreamStub.StartAsync(CutOffAsync);
        var client = TestClient.Create(upstream.BaseUrl, options => options.Breaker.MinimumCalls = 2);

        await client.AskAsync(Cancellation);
        await client.AskAsync(Cancellation);

        (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().IsUnsent.ShouldBeTrue();
        upstream.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Memory_is_given_back_by_callers_that_leave_within_a_body()
    {
        using var sent = new SemaphoreSlim(0);
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync(Spaces, context.RequestAborted);
            sent.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var services = TestClient.Services(upstream.BaseUrl);
        using var bytes = Bytes(services);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asked = Enumerable.Range(0, 8).Select(_ => services.GetRequiredService<CloudflareClient>().AskAsync(caller.Token)).ToArray();
        for (var i = 0; i < asked.Length; i++)
        {
            await sent.WaitAsync(Cancellation);
        }

        await caller.CancelAsync();

        foreach (var call in asked)
        {
            await Should.ThrowAsync<OperationCanceledException>(() => call);
        }

        InUse(bytes).ShouldBe(0);
        bytes.GetMeasurementSnapshot().Count.ShouldBeGreaterThan(2 * asked.Length);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Of_a_refusal_64_KiB_are_read(int status)
    {
        await using var upstream = await UpstreamStub.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return WriteAsync(context, Mebibyte);
        });
        await using var services = TestClient.Services(upstream.BaseUrl);
        using var bytes = Bytes(services);

        (await services.GetRequiredService<CloudflareClient>().AskAsync(Cancellation)).Failure.ShouldNotBeNull().Cloudflare!.Status.ShouldBe(status);

        bytes.GetMeasurementSnapshot().Select(measurement => measurement.Value).ShouldBe([BodySegment.Size, -BodySegment.Size]);
    }

    /// <summary>One call uses the credential's whole share, and another waits for memory until its attempt times out.</summary>
    [Fact]
    public async Task Time_that_went_on_waiting_for_memory_is_no_fault_of_Cloudflares()
    {
        var time = new FakeTimeProvider(TestClient.Now);
        var (calls, isSlow) = (0, true);
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            Interlocked.Increment(ref calls);
            await WriteAsync(context, 10 * BodySegment.Size);
            if (isSlow)
            {
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        });
        await using var services = TestClient.Services(
            upstream.BaseUrl,
            options =>
            {
                (options.MaxResponseBytes, options.MaxBufferedBytes, options.Retries.Max) = (Mebibyte, Mebibyte, 2);
                (options.Breaker.MinimumCalls, options.Breaker.FailureRatio) = (2, 1);
                options.Deadline = options.AttemptTimeout;
            },
            time);
        var (client, buffers) = (services.GetRequiredService<CloudflareClient>(), services.GetRequiredService<BodyBuffers>());
        using var bytes = Bytes(services);
        var first = client.AskAsync(Cancellation);
        await Eventually.IsAsync(() => InUse(bytes) >= 10 * BodySegment.Size);
        var second = client.AskAsync(Cancellation);
        await Eventually.IsAsync(() => buffers.Waiting == 1);

        time.Advance(TimeSpan.FromSeconds(7));

        (await first).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamTimeout);
        var held = (await second).Failure.ShouldNotBeNull();
        (held.Kind, held.IsUnsent).ShouldBe((FailureKind.Overloaded, true));

        // Two faults would have opened the circuit.
        isSlow = false;
        (await client.AskAsync(Cancellation)).Value.ShouldNotBeNull();
        (calls, InUse(bytes)).ShouldBe((3, 0));
    }

    private static MetricCollector<long> Bytes(ServiceProvider services) =>
        new(services.GetRequiredService<IMeterFactory>(), "Gateway.Upstream", "gateway.cloudflare.buffered");

    private static long InUse(MetricCollector<long> bytes) => bytes.GetMeasurementSnapshot().Sum(measurement => measurement.Value);

    /// <summary>A successful response of this many bytes.</summary>
    private static async Task WriteAsync(HttpContext context, int length)
    {
        await context.Response.WriteAsync(Success, context.RequestAborted);
        for (var rest = length - Success.Length; rest > 0; rest -= Spaces.Length)
        {
            await context.Response.Body.WriteAsync(Spaces.AsMemory(0, Math.Min(rest, Spaces.Length)), context.RequestAborted);
        }
    }

    private static async Task DripAsync(HttpContext context)
    {
        await context.Response.WriteAsync("""{"success":true,""", context.RequestAborted);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await pace.WaitForNextTickAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync(" ", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task CutOffAsync(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync(Success, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
