using System.Diagnostics;

namespace Gateway.Tests.Caching.Redis;

/// <summary>Redis that is there and says nothing, or is gone.</summary>
public sealed class SilentRedisTests : IAsyncLifetime
{
    // Long enough to be told from work on a busy machine.
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(200);

    private RedisServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        RedisServer.SkipUnlessInstalled();
        _server = await RedisServer.StartAsync();
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? default;

    [Fact]
    public async Task Frozen_it_costs_five_reads_their_deadline_and_the_next_ones_nothing()
    {
        // No probe comes between the reads.
        await using var replica = await ConnectAsync(("Redis:ProbeInterval", "00:01:00"));
        await _server.FreezeAsync();
        var times = new List<TimeSpan>();
        for (var read = 0; read < 200; read++)
        {
            var start = Stopwatch.GetTimestamp();
            (await replica.ReadAsync(Entries.NewKey())).ShouldBeNull();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        replica.Level.IsAnswering.ShouldBeFalse();
        replica.Count("gateway.redis.failures Timeout").ShouldBe(5);
        Median(times.Take(5)).ShouldBeInRange(Deadline * 0.9, Deadline * 2);
        Median(times.Skip(5)).ShouldBeLessThan(TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Frozen_it_is_left_alone_even_if_nobody_reads_and_thawed_it_is_used_again_within_two_seconds()
    {
        await using var replica = await ConnectAsync();
        var (key, entry) = (Entries.NewKey(), Entries.Of("a"));
        await replica.WriteAsync(key, entry);
        await _server.FreezeAsync();
        await Eventually.IsAsync(() => !replica.Level.IsAnswering);
        await _server.ThawAsync();
        (await replica.AnswersAsync()).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        (await replica.ReadAsync(key)).ShouldBe(entry);
        replica.Count("gateway.redis.connections").ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Killed_it_fails_no_read_and_restarted_it_is_used_again_within_two_seconds()
    {
        await using var replica = await ConnectAsync();
        await _server.KillAsync();
        await Eventually.IsAsync(async () => await replica.ReadAsync(Entries.NewKey()) is null && !replica.Level.IsAnswering);
        replica.Level.Write(Entries.NewKey(), Entries.Of("a"));
        replica.Count("gateway.redis.dropped Write").ShouldBe(1);

        await _server.StartAgainAsync();
        (await replica.AnswersAsync()).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await replica.WriteAsync(Entries.NewKey(), Entries.Of("a"));
    }

    [Fact]
    public async Task Not_there_at_start_it_is_used_as_soon_as_it_is()
    {
        await _server.KillAsync();
        await using var replica = await Replica.StartAsync(_server.Address);
        (await replica.ReadAsync(Entries.NewKey())).ShouldBeNull();
        await Eventually.IsAsync(() => replica.Counts.Keys.Any(name => name.StartsWith("gateway.redis.failures", StringComparison.Ordinal)));
        await _server.StartAgainAsync();
        (await replica.AnswersAsync()).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task What_has_ended_while_it_was_away_is_told_and_removed_when_it_is_back()
    {
        await using var one = await ConnectAsync();
        await using var two = await ConnectAsync();
        var key = Entries.NewKey();
        await one.WriteAsync(key, Entries.Of("a"));
        await _server.FreezeAsync();
        await Eventually.IsAsync(() => !one.Level.IsAnswering && !two.Level.IsAnswering);
        one.Level.Remove(key);
        await _server.ThawAsync();
        await Task.WhenAll(one.AnswersAsync(), two.AnswersAsync());
        one.Level.Announce(key);
        await Eventually.IsAsync(() => two.Heard.Contains(key));
        (await two.ReadAsync(key)).ShouldBeNull();
    }

    [Fact]
    public async Task A_cut_subscription_is_taken_up_again()
    {
        await using var one = await ConnectAsync();
        await using var two = await ConnectAsync();
        await _server.CliAsync("CLIENT", "KILL", "TYPE", "pubsub");
        var key = Entries.NewKey();
        await Eventually.IsAsync(() =>
        {
            one.Level.Announce(key);
            return two.Heard.Contains(key);
        });
    }

    [Fact]
    public async Task A_caller_who_leaves_is_told_so_and_counts_for_nothing()
    {
        await using var replica = await ConnectAsync();
        await _server.FreezeAsync();
        using var leaving = new CancellationTokenSource();
        var read = replica.Level.ReadAsync(Entries.NewKey(), leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(read);
        replica.Level.IsAnswering.ShouldBeTrue();
    }

    [Fact]
    public async Task Late_replies_reach_nobody_else()
    {
        await using var replica = await ConnectAsync();
        var keys = Enumerable.Range(0, 50).Select(_ => Entries.NewKey()).ToArray();
        foreach (var key in keys)
        {
            await replica.WriteAsync(key, Entries.Of(key.ToString()));
        }

        for (var round = 0; round < 3; round++)
        {
            await _server.FreezeAsync();
            var late = keys.Select(key => replica.ReadAsync(key).AsTask()).ToArray();
            await Task.WhenAll(late);
            await _server.ThawAsync();
            await replica.AnswersAsync();
            foreach (var key in keys)
            {
                (await replica.ReadAsync(key))?.Payload.ToArray().ShouldBe(System.Text.Encoding.UTF8.GetBytes(key.ToString()));
            }
        }

        replica.Count("gateway.redis.unreadable NotAuthentic").ShouldBe(0);
    }

    [Fact]
    public async Task What_finds_no_room_is_dropped_and_counted()
    {
        await using var replica = await Replica.ConnectAsync(_server.Address, null, ("Redis:QueueLength", "10"), ("Redis:OperationTimeout", "00:00:01"));
        await _server.FreezeAsync();
        for (var write = 0; write < 100; write++)
        {
            replica.Level.Write(Entries.NewKey(), Entries.Of("a"));
        }

        replica.Count("gateway.redis.dropped Write").ShouldBeGreaterThanOrEqualTo(89);
    }

    [Fact]
    public async Task Each_kind_of_trouble_is_logged_once_a_second_at_most()
    {
        await using var replica = await Replica.ConnectAsync(_server.Address, null, ("Redis:BreakAfter", "100"), ("Redis:OperationTimeout", $"{Deadline}"));
        var start = Stopwatch.GetTimestamp();
        await _server.FreezeAsync();
        await Task.WhenAll(Enumerable.Range(0, 90).Select(_ => replica.ReadAsync(Entries.NewKey()).AsTask()));
        replica.Count("gateway.redis.failures Timeout").ShouldBeGreaterThanOrEqualTo(90);
        replica.Log.Lines.Count(line => line.Contains("Redis: Timeout", StringComparison.Ordinal))
            .ShouldBeInRange(1, 1 + (int)Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(times.Count() / 2);

    private Task<Replica> ConnectAsync(params (string Key, string Value)[] settings)
        => Replica.ConnectAsync(_server.Address, null, [("Redis:OperationTimeout", $"{Deadline}"), .. settings]);
}
