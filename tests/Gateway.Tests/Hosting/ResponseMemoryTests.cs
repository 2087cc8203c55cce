using System.Diagnostics.Metrics;
using System.Net;
using Gateway.Caching;
using Gateway.Caching.Secrets;
using Gateway.Hosting;
using Gateway.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Hosting;

public sealed class ResponseMemoryTests : IDisposable
{
    private const int MiB = 1024 * 1024;
    private const int Piece = 64 * 1024;

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly FingerprintCache _fingerprints = new(
        CacheSecret.From(new CacheSecretOptions()),
        new KnownCredentials(Options.Create(new KnownCredentialsOptions()), [], new FakeTimeProvider()),
        new FakeTimeProvider());
    private readonly MetricCollector<long> _bytes;
    private readonly MetricCollector<long> _refused;

    public ResponseMemoryTests()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        _bytes = new MetricCollector<long>(meters, ResponseMemory.MeterName, "gateway.responses.buffered");
        _refused = new MetricCollector<long>(meters, ResponseMemory.MeterName, "gateway.responses.refused");
    }

    public void Dispose()
    {
        _fingerprints.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void One_caller_holds_a_quarter_however_many_responses_it_has()
    {
        var memory = Create(64 * MiB);
        (Fill(memory, "a") + Fill(memory, "a") + Fill(memory, "a")).ShouldBe(16 * MiB);
    }

    [Fact]
    public void Many_callers_never_hold_all_of_it_and_whoever_holds_most_is_refused_first()
    {
        var memory = Create(64 * MiB);
        var held = 0L;
        for (var caller = 0; caller < 50; caller++)
        {
            var more = Fill(memory, $"token-{caller}");
            more.ShouldBeGreaterThanOrEqualTo(caller == 0 ? 16 * MiB : 0);
            held += more;
        }

        held.ShouldBeLessThan(64 * MiB);
        memory.Open(Request("token-0")).Grow(Piece).ShouldNotBeNull();

        // Four that hold all they can leave the fifth more than a seventh of the whole.
        var other = Create(64 * MiB);
        for (var caller = 0; caller < 4; caller++)
        {
            Fill(other, $"token-{caller}");
        }

        Fill(other, "honest").ShouldBeGreaterThan(64 * MiB / 16);
    }

    [Fact]
    public void What_is_read_or_given_up_is_free_again()
    {
        var memory = Create(64 * MiB);
        using (var share = memory.Open(Request("a")))
        {
            share.Grow(16 * MiB).ShouldBeNull();
            memory.Open(Request("a")).Grow(Piece).ShouldNotBeNull();
            share.Dispose();
        }

        _bytes.GetMeasurementSnapshot().Sum(measurement => measurement.Value).ShouldBe(0);
        _refused.GetMeasurementSnapshot().Sum(measurement => measurement.Value).ShouldBe(1);
        Fill(memory, "a").ShouldBe(16 * MiB);
    }

    [Fact]
    public void Of_responses_that_compete_the_last_one_fits()
    {
        var memory = Create(64 * MiB);
        var shares = Enumerable.Range(0, 16).Select(_ => memory.Open(Request("a"))).ToArray();
        foreach (var share in shares)
        {
            share.Grow(MiB).ShouldBeNull();
        }

        // None of them is disposed before all have asked for more.
        shares.Count(share => share.Grow(MiB) is null && share.Grow(14 * MiB) is null).ShouldBe(1);
        _bytes.GetMeasurementSnapshot().Sum(measurement => measurement.Value).ShouldBe(16 * MiB);
        Array.ForEach(shares, share => share.Dispose());
        _bytes.GetMeasurementSnapshot().Sum(measurement => measurement.Value).ShouldBe(0);
    }

    [Fact]
    public void A_made_up_credential_beside_the_one_that_counts_holds_no_more()
    {
        var memory = Create(64 * MiB);
        var held = Enumerable.Range(0, 20).Sum(index => Fill(memory, Request($"made-up-{index}", ("X-Api-Authorization", "Bearer real"))));
        held.ShouldBe(16 * MiB);
    }

    [Fact]
    public void Without_a_credential_it_is_the_clients_address()
    {
        var memory = Create(64 * MiB);
        Fill(memory, Address("192.0.2.1")).ShouldBe(16 * MiB);
        Fill(memory, Address("192.0.2.1")).ShouldBe(0);
        Fill(memory, Address("192.0.2.2")).ShouldBeGreaterThan(8 * MiB);

        static DefaultHttpContext Address(string address)
        {
            var context = new DefaultHttpContext();
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            context.Request.Headers.Authorization = "Basic cannot-be-read";
            return context;
        }
    }

    [Fact]
    public void The_refusal_says_what_to_do_and_names_no_credential()
    {
        var memory = Create(4 * MiB);
        var refusal = memory.Open(Request("a-secret-token")).Grow(2 * MiB).ShouldNotBeNull();
        refusal.Code.ShouldBe("RESPONSE_OVERLOADED");
        refusal.Extensions!["retryAfterSeconds"].ShouldBe(1);
        refusal.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void The_largest_response_fits_into_any_memory()
    {
        Fill(Create(MiB, maxResponseBytes: 16 * MiB), "a").ShouldBe(16 * MiB);
        Fill(Create(bytes: null, maxResponseBytes: 16 * MiB), "a").ShouldBeInRange(16 * MiB, 32 * MiB);
    }

    private static long Fill(ResponseMemory memory, string token) => Fill(memory, Request(token));

    private static long Fill(ResponseMemory memory, HttpContext request)
    {
        var bytes = 0L;
        while (memory.Open(request).Grow(Piece) is null)
        {
            bytes += Piece;
        }

        return bytes;
    }

    private static DefaultHttpContext Request(string token, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = $"Bearer {token}";
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return context;
    }

    private ResponseMemory Create(long? bytes, int maxResponseBytes = MiB) => new(
        new GraphQLLimits { MaxResponseBytes = maxResponseBytes },
        Options.Create(new HostingOptions { MaxBufferedBytes = bytes }),
        [new CloudflareApi("one", "X-Api-Authorization"), new CloudflareApi("two", "X-Other-Authorization")],
        _fingerprints,
        _services.GetRequiredService<IMeterFactory>());
}
