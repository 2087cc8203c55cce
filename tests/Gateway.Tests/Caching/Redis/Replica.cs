using System.Diagnostics.Metrics;
using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Upstream;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching.Redis;

/// <summary>The distributed tier of one replica, with its metrics and logs.</summary>
internal sealed class Replica : IAsyncDisposable
{
    public static readonly string Secret = Convert.ToBase64String(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray());

    private readonly ServiceProvider _services;
    private readonly TimeProvider _time;
    private readonly MetricCollector<long> _failures;
    private readonly MetricCollector<long> _unreadable;
    private readonly MetricCollector<long> _dropped;

    private Replica(ServiceProvider services, TimeProvider time)
    {
        _services = services;
        _time = time;
        Level = services.GetRequiredService<IDistributedTier>();
        var meters = services.GetRequiredService<IMeterFactory>();
        _failures = new(meters, RedisMetrics.MeterName, "gateway.redis.failures");
        _unreadable = new(meters, RedisMetrics.MeterName, "gateway.redis.unreadable");
        _dropped = new(meters, RedisMetrics.MeterName, "gateway.redis.dropped");
    }

    public IDistributedTier Level { get; }

    public IReadOnlyList<FakeLogRecord> Log => _services.GetFakeLogCollector().GetSnapshot();

    public byte[] Name(CacheKey key) => _services.GetRequiredService<RedisKeys>().Of(key);

    /// <summary>What the host tells it once everything has started.</summary>
    public Task StartedAsync() => ((IHostedLifecycleService)Level).StartedAsync(TestContext.Current.CancellationToken);

    /// <summary>Starts without waiting for Redis.</summary>
    public static async Task<Replica> StartAsync(string connectionString, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Redis:ConnectionString", connectionString),
                new("Cache:Secret", Secret),
                // What is not about deadlines shall not fail by one on a busy machine.
                new("Redis:OperationTimeout", "00:00:05")])
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        var services = new ServiceCollection()
            .AddMetrics()
            .AddLogging(logging => logging.AddFakeLogging())
            .AddSingleton(time ?? TimeProvider.System)
            .Configure<CloudflareOptions>(configuration.GetSection(CloudflareOptions.Section))
            .AddRedisCaching(configuration)
            .AddCaching(configuration)
            .BuildServiceProvider();
        var replica = new Replica(services, time ?? TimeProvider.System);
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        return replica;
    }

    public static async Task<Replica> ConnectAsync(string connectionString, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var replica = await StartAsync(connectionString, time, settings);
        await replica.AnswersAsync();
        return replica;
    }

    /// <summary>Waits until the circuit is closed. A stopped clock is advanced after each failed probe.</summary>
    public Task AnswersAsync()
    {
        var failures = Failures();
        return Eventually.IsAsync(() =>
        {
            if (!Level.IsAnswering && _time is FakeTimeProvider fake && Failures() != failures)
            {
                failures = Failures();
                fake.Advance(TimeSpan.FromSeconds(1));
            }

            return Level.IsAnswering;
        });
    }

    public long Failures(RedisErrorKind? kind = null) => Sum(_failures, kind?.ToString());

    public long Unreadable(OpenResult? reason = null) => Sum(_unreadable, reason?.ToString());

    public long Dropped(string command) => Sum(_dropped, command);

    public ValueTask<StoredEntry?> ReadAsync(CacheKey key, CacheKey? previous = null) => Level.ReadAsync(key, previous, TestContext.Current.CancellationToken);

    public void Write(CacheKey key, StoredEntry entry) => Level.Write(key, entry, TimeSpan.FromSeconds(3599.5));

    /// <summary>Writes, and waits until it can be read.</summary>
    public async Task WriteAsync(CacheKey key, StoredEntry entry)
    {
        Write(key, entry);
        await Eventually.IsAsync(async () => await ReadAsync(key) is not null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        _failures.Dispose();
        _unreadable.Dispose();
        _dropped.Dispose();
        await _services.DisposeAsync();
    }

    private static long Sum(MetricCollector<long> collector, string? tag) =>
        collector.GetMeasurementSnapshot().Where(counted => tag is null || counted.Tags.Values.Contains(tag)).Sum(counted => counted.Value);
}
