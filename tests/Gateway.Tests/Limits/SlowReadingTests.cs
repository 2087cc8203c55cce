using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Gateway.GraphQL;
using Gateway.GraphQL.AspNetCore;
using Gateway.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Limits;

/// <summary>A client that does not read its response in time loses it, and the memory is free again.</summary>
[Trait("Gateway", "InProcess")]
public sealed class SlowReadingTests : IAsyncLifetime
{
    // More than the operating system buffers for a connection.
    private const int Length = 8 * 1024 * 1024;
    private const int StreamLength = 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly string Body = BodyOf(Length);

    private readonly CountingTime _time = new();
    private readonly Memory _memory = new();
    private WebApplication _app = null!;

    private Uri Http1 => new(_app.Urls.First() + "/graphql");

    private Uri Http2 => new(_app.Urls.Last() + "/graphql");

    private static string BodyOf(int length) => JsonSerializer.Serialize(new { query = $"{{ text(length: {length}) }}" });

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // No minimum rate: what is tested is not Kestrel's.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Logging.ClearProviders().AddFakeLogging();
        builder.Services.AddResponseCompression(options => options.MimeTypes = ["application/graphql-response+json"]);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton<IResponseMemory>(_memory);
        builder.Services.AddGraphQLServer().ConfigureSchema(schema => schema.AddGeneratedTypes()).AddQueryType<Query>()
            .ModifyCostOptions(options => options.EnforceCostLimits = false)
            .AddHttpResponseFormatter(new HttpResponseFormatterOptions { WriteTimeout = Timeout });
        _app = builder.Build();
        _app.UseResponseCompression();
        _app.MapGraphQL().WithOptions(options => options.Batching = AllowedBatching.RequestBatching);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        // A client that reads slowly is nobody's error.
        var logs = _app.Services.GetFakeLogCollector();
        await _app.DisposeAsync();
        logs.GetSnapshot().Where(record => record.Level >= LogLevel.Warning).Select(record => record.Message + record.Exception).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData("Accept-Encoding: gzip\r\n", false)]
    [InlineData("Accept-Encoding: br\r\n", true)]
    public async Task A_connection_that_reads_nothing_is_aborted(string headers, bool isBatch)
    {
        using var client = new UnreadConnections(Http1, 3);
        (await client.SendAsync(isBatch ? $"[{Body}]" : Body, "a-token", headers)).ShouldAllBe(status => status == 200);
        _memory.Bytes.ShouldBeGreaterThan(3L * (Length - (128 * 1024)));

        // Time passes only once each of them waits.
        await _time.AdvanceUntilAsync(Timeout, () => _memory.Bytes == 0);

        (await client.DrainAsync()).ShouldAllBe(bytes => bytes < Length);
        _memory.Bytes.ShouldBe(0);
    }

    [Fact]
    public async Task A_byte_now_and_then_keeps_no_stream_of_Http2_alive()
    {
        const int Streams = 100;
        using var connection = await Http2Connection.OpenAsync(Http2);
        int[] streams = [.. Enumerable.Range(0, Streams).Select(index => (2 * index) + 1)];
        await Task.WhenAll(streams.Select(stream => connection.PostAsync(stream, "a-token", BodyOf(StreamLength))));
        _memory.Bytes.ShouldBeGreaterThan(Streams * (StreamLength - (128L * 1024)));

        for (var step = 0; step < 9; step++)
        {
            await Task.WhenAll(streams.Select(stream => connection.GrantAsync(stream, 1)));
            _time.Advance(TimeSpan.FromSeconds(1));
            streams.ShouldAllBe(stream => !connection.IsReset(stream));
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(streams.Select(connection.ResetAsync));
        await _memory.EmptyAsync();
    }

    [Fact]
    public async Task Who_reads_each_part_in_time_gets_all_of_it_however_long_that_takes()
    {
        using var connection = await Http2Connection.OpenAsync(Http2);
        await connection.PostAsync(1, "a-token", BodyOf(StreamLength));
        for (var read = 0; read < StreamLength - (64 * 1024); read += 64 * 1024)
        {
            await connection.GrantAsync(1, 64 * 1024);
            await _time.WhenRestartedAsync((read / (64 * 1024)) + 1);
            _time.Advance(Timeout - TimeSpan.FromSeconds(1));
        }

        connection.IsReset(1).ShouldBeFalse();
        await connection.GrantAsync(1, 64 * 1024);
    }

    [Theory]
    [InlineData("identity", 1)]
    [InlineData("br", 1)]
    [InlineData("gzip", 3)]
    public async Task A_large_response_arrives_whole(string encoding, int requests)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All });
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/graphql-response+json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", encoding);
        var body = requests == 1 ? Body : $"[{string.Join(',', Enumerable.Repeat(Body, requests))}]";

        using var response = await client.PostAsync(
            Http1, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var json = JsonDocument.Parse(text);
        var answers = requests == 1 ? [json.RootElement] : json.RootElement.EnumerateArray().ToArray();
        answers.Length.ShouldBe(requests);
        answers[0].GetProperty("data").GetProperty("text").GetString()!.Length.ShouldBe(Length);

        // The limit is for the HTTP response.
        answers.Count(answer => answer.GetProperty("data").GetProperty("text").ValueKind == JsonValueKind.String).ShouldBe(Math.Min(requests, 1));
        await _memory.EmptyAsync();
    }

    public sealed class Query
    {
        // Does not get much smaller by compression.
        private static readonly string Noise = Random(Length);

        public string? GetText(int length) => Noise[..length];

        private static string Random(int length)
        {
            var bytes = new byte[length];
            new Random(1).NextBytes(bytes);
            return Convert.ToBase64String(bytes);
        }
    }

    /// <summary>Counts, and says when nothing is held any more.</summary>
    private sealed class Memory : IResponseMemory
    {
        private readonly ConcurrentQueue<TaskCompletionSource> _waiters = [];
        private long _bytes;

        public long Bytes => Volatile.Read(ref _bytes);

        public IResponseShare Open(object? state) => new Share(this);

        public Task EmptyAsync()
        {
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Enqueue(waiter);
            Add(0);
            return waiter.Task.WaitAsync(TestContext.Current.CancellationToken);
        }

        private void Add(long bytes)
        {
            if (Interlocked.Add(ref _bytes, bytes) == 0)
            {
                while (_waiters.TryDequeue(out var waiter))
                {
                    waiter.SetResult();
                }
            }
        }

        private sealed class Share(Memory memory) : IResponseShare
        {
            private long _taken;

            public IError? Grow(int bytes)
            {
                _taken += bytes;
                memory.Add(bytes);
                return null;
            }

            public void Dispose() => memory.Add(-_taken);
        }
    }

    /// <summary>A clock that stands still, and says when a deadline has begun again.</summary>
    private sealed class CountingTime : FakeTimeProvider
    {
        private readonly Lock _gate = new();
        private readonly List<(int Count, TaskCompletionSource Met)> _waiters = [];
        private int _restarts;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new CountedTimer(base.CreateTimer(callback, state, dueTime, period), this);

        public Task WhenRestartedAsync(int count)
        {
            lock (_gate)
            {
                var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiters.Add((count, met));
                Check();
                return met.Task.WaitAsync(TestContext.Current.CancellationToken);
            }
        }

        /// <summary>Lets time pass in steps, as deadlines begin at different times.</summary>
        public async Task AdvanceUntilAsync(TimeSpan step, Func<bool> condition)
        {
            while (!condition())
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                Advance(step);
                await Task.Yield();
            }
        }

        private void Check() => _waiters.RemoveAll(waiter => waiter.Count <= _restarts && waiter.Met.TrySetResult());

        private sealed class CountedTimer(ITimer timer, CountingTime time) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                var changed = timer.Change(dueTime, period);
                lock (time._gate)
                {
                    time._restarts++;
                    time.Check();
                }

                return changed;
            }

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
