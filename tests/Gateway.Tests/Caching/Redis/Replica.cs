using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Caching.Redis;

/// <summary>A level two as one replica of the gateway has it, with what it counts and logs.</summary>
internal sealed class Replica : IAsyncDisposable
{
    public static readonly string Secret = Convert.ToBase64String(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray());

    private readonly ServiceProvider _services;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _counts = new();

    private Replica(ServiceProvider services, LogLines log)
    {
        _services = services;
        Log = log;
        Level = services.GetRequiredService<ISecondLevel>();
        Level.Ended += Heard.Enqueue;
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == factory && instrument.Meter.Name == RedisMetrics.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _counts.AddOrUpdate(
            tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}", value, (_, count) => count + value));
        _listener.Start();
    }

    public ISecondLevel Level { get; }

    public LogLines Log { get; }

    /// <summary>What other replicas have told.</summary>
    public ConcurrentQueue<CacheKey> Heard { get; } = new();

    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Starts without waiting for Redis.</summary>
    public static async Task<Replica> StartAsync(string connectionString, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Redis:ConnectionString", connectionString),
                new("Cache:Secret", Secret),
                // What is not about deadlines shall not fail by one on a busy machine.
                new("Redis:OperationTimeout", "00:00:02")])
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        var log = new LogLines();
        var services = new ServiceCollection()
            .AddMetrics()
            .AddLogging(logging => logging.AddProvider(log))
            .AddSingleton(time ?? TimeProvider.System)
            .AddRedisCaching(configuration)
            .BuildServiceProvider();
        var replica = new Replica(services, log);
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

    public Task<TimeSpan> AnswersAsync() => Eventually.IsAsync(() => Level.IsAnswering);

    public long Count(string name) => _counts.GetValueOrDefault(name);

    public ValueTask<StoredEntry?> ReadAsync(CacheKey key) => Level.ReadAsync(key, TestContext.Current.CancellationToken);

    /// <summary>Writes, and waits until it can be read.</summary>
    public async Task WriteAsync(CacheKey key, StoredEntry entry)
    {
        Level.Write(key, entry);
        await Eventually.IsAsync(async () => await ReadAsync(key) is not null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        _listener.Dispose();
        await _services.DisposeAsync();
    }
}
