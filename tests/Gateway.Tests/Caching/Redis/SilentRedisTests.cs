using System.Text;
using Gateway.Caching.Redis;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching.Redis;

/// <summary>Redis that does not reply, or is down.</summary>
public sealed class SilentRedisTests : IAsyncLifetime
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    // Only what a test advances ends a deadline.
    private readonly FakeTimeProvider _time = new();
    private RedisServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        RedisServer.SkipUnlessInstalled();
        _server = await RedisServer.StartAsync();
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? default;

    [Fact]
    public async Task A_read_ends_at_its_deadline_and_two_keys_share_one()
    {
        await using var replica = await ConnectAsync();
        await _server.FreezeAsync();
        var one = replica.ReadAsync(Entries.NewKey()).AsTask();
        var two = replica.ReadAsync(Entries.NewKey(), Entries.NewKey()).AsTask();
        _time.Advance(Deadline - TimeSpan.FromMilliseconds(1));
        (one.IsCompleted || two.IsCompleted).ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Eventually.IsAsync(() => one.IsCompleted && two.IsCompleted);
        (await one).ShouldBeNull();
        (await two).ShouldBeNull();
        replica.Failures(RedisErrorKind.Timeout).ShouldBe(3);
    }

    [Fact]
    public async Task After_five_deadlines_in_a_row_reads_end_at_once_until_a_probe_is_answered()
    {
        await using var replica = await ConnectAsync();
        var (key, entry) = (Entries.NewKey(), Entries.Of("a"));
        await replica.WriteAsync(key, entry);
        await _server.FreezeAsync();
        for (var read = 0; read < 5; read++)
        {
            replica.Level.IsAnswering.ShouldBeTrue();
            var reading = replica.ReadAsync(key).AsTask();
            _time.Advance(Deadline);
            (await reading).ShouldBeNull();
        }

        replica.Level.IsAnswering.ShouldBeFalse();
        for (var read = 0; read < 200; read++)
        {
            var reading = replica.ReadAsync(key);
            reading.IsCompleted.ShouldBeTrue();
            (await reading).ShouldBeNull();
        }

        replica.Failures(RedisErrorKind.Timeout).ShouldBe(5);
        replica.Log.Count(line => line.Message.Contains("circuit opened after 5", StringComparison.Ordinal)).ShouldBe(1);

        // The probe, which now times out as well.
        _time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsAsync(() =>
        {
            _time.Advance(Deadline);
            return replica.Failures(RedisErrorKind.Timeout) > 5;
        });
        replica.Level.IsAnswering.ShouldBeFalse();

        await _server.ThawAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        await replica.AnswersAsync();
        (await replica.ReadAsync(key)).ShouldBe(entry);
        replica.Log.Count(line => line.Message.StartsWith("Redis answers", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task An_answered_read_ends_the_row_of_failures()
    {
        await using var replica = await ConnectAsync();
        for (var round = 0; round < 3; round++)
        {
            await _server.FreezeAsync();
            var reading = Enumerable.Range(0, 4).Select(_ => replica.ReadAsync(Entries.NewKey()).AsTask()).ToArray();
            _time.Advance(Deadline);
            await Task.WhenAll(reading);
            await _server.ThawAsync();
            (await replica.ReadAsync(Entries.NewKey())).ShouldBeNull();
        }

        replica.Failures(RedisErrorKind.Timeout).ShouldBe(12);
        replica.Log.ShouldNotContain(line => line.Message.Contains("circuit opened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Writes_that_time_out_open_the_circuit_too_and_are_not_repeated()
    {
        await using var replica = await ConnectAsync();
        await _server.FreezeAsync();
        for (var write = 0; write < 7; write++)
        {
            replica.Write(Entries.NewKey(), Entries.Of("a"));
            replica.Level.Remove(Entries.NewKey());
        }

        await Eventually.IsAsync(() =>
        {
            _time.Advance(Deadline);
            return replica.Dropped("Write") == 7 && replica.Dropped("Remove") == 7;
        });
        replica.Level.IsAnswering.ShouldBeFalse();
    }

    [Fact]
    public async Task Killed_it_fails_no_read_and_restarted_it_is_used_again()
    {
        await using var replica = await Replica.ConnectAsync(_server.Address);
        await _server.KillAsync();
        await Eventually.IsAsync(async () => await replica.ReadAsync(Entries.NewKey()) is null && !replica.Level.IsAnswering);
        replica.Write(Entries.NewKey(), Entries.Of("a"));
        replica.Level.Remove(Entries.NewKey());
        await Eventually.IsAsync(() => replica.Dropped("Write") == 1 && replica.Dropped("Remove") == 1);

        await _server.StartAgainAsync();
        await replica.AnswersAsync();
        await replica.WriteAsync(Entries.NewKey(), Entries.Of("a"));
    }

    [Fact]
    public async Task Not_there_at_start_it_is_used_as_soon_as_it_is()
    {
        await _server.KillAsync();
        await using var replica = await Replica.StartAsync(_server.Address);
        (await replica.ReadAsync(Entries.NewKey())).ShouldBeNull();
        await Eventually.IsAsync(() => replica.Failures(RedisErrorKind.Connection) > 0);
        await _server.StartAgainAsync();
        await replica.AnswersAsync();
        await replica.WriteAsync(Entries.NewKey(), Entries.Of("a"));
    }

    [Fact]
    public async Task A_caller_who_leaves_is_told_so_and_counts_for_nothing()
    {
        await using var replica = await Replica.ConnectAsync(_server.Address, _time, ("Redis:BreakAfter", "1"));
        await _server.FreezeAsync();
        using var leaving = new CancellationTokenSource();
        foreach (var previous in new Gateway.Caching.CacheKey?[] { null, Entries.NewKey() })
        {
            var read = replica.Level.ReadAsync(Entries.NewKey(), previous, leaving.Token).AsTask();
            await leaving.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(read);
        }

        replica.Failures().ShouldBe(0);
        replica.Level.IsAnswering.ShouldBeTrue();
    }

    [Fact]
    public async Task Late_replies_reach_nobody_else()
    {
        await using var replica = await Replica.ConnectAsync(_server.Address, _time, ("Redis:BreakAfter", "100"));
        var keys = Enumerable.Range(0, 50).Select(_ => Entries.NewKey()).ToArray();
        foreach (var key in keys)
        {
            await replica.WriteAsync(key, Entries.Of(key.ToString()));
        }

        for (var round = 0; round < 3; round++)
        {
            await _server.FreezeAsync();
            var late = keys.Select(key => replica.ReadAsync(key).AsTask()).ToArray();
            _time.Advance(Deadline);
            (await Task.WhenAll(late)).ShouldAllBe(entry => entry == null);
            await _server.ThawAsync();
            foreach (var key in keys.Reverse())
            {
                Encoding.UTF8.GetString((await replica.ReadAsync(key))!.Payload.Span).ShouldBe(key.ToString());
            }
        }

        replica.Unreadable().ShouldBe(0);
    }

    [Fact]
    public async Task What_finds_no_room_is_dropped_the_oldest_first_and_counted()
    {
        await using var replica = await Replica.ConnectAsync(_server.Address + ",asyncTimeout=60000", _time, ("Redis:QueueLength", "10"));
        await _server.FreezeAsync();
        var keys = Enumerable.Range(0, 100).Select(_ => Entries.NewKey()).ToArray();
        foreach (var key in keys)
        {
            replica.Write(key, Entries.Of("a"));
        }

        // Ten wait, and one is under way.
        replica.Dropped("Write").ShouldBeInRange(89, 90);
        await _server.ThawAsync();
        await Eventually.IsAsync(async () => await replica.ReadAsync(keys[^1]) is not null);
        (await replica.ReadAsync(keys[^10])).ShouldNotBeNull();
        (await replica.ReadAsync(keys[50])).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_more_than_the_bytes_that_may_wait_is_dropped()
    {
        await using var replica = await Replica.ConnectAsync(_server.Address, null, ("Redis:QueueBytes", "1048576"));
        replica.Write(Entries.NewKey(), Entries.Of(new byte[1048577]));
        replica.Dropped("Write").ShouldBe(1);
        await replica.WriteAsync(Entries.NewKey(), Entries.Of(new byte[1048576]));
        replica.Dropped("Write").ShouldBe(1);
    }

    [Fact]
    public async Task Each_kind_of_error_is_logged_once_a_second_with_the_number_of_the_others()
    {
        await using var replica = await Replica.ConnectAsync(_server.Address, _time, ("Redis:BreakAfter", "100"));
        await _server.FreezeAsync();
        for (var second = 0; second < 2; second++)
        {
            var reads = Enumerable.Range(0, 30).Select(_ => replica.ReadAsync(Entries.NewKey()).AsTask()).ToArray();
            _time.Advance(Deadline);
            await Task.WhenAll(reads);
        }

        replica.Failures(RedisErrorKind.Timeout).ShouldBe(60);
        replica.Log.Select(line => line.Message).Where(line => line.Contains("Timeout", StringComparison.Ordinal)).ShouldBe([
            "Redis: an operation failed (Timeout); serving from memory and Cloudflare (0 more failures since this was last logged)",
            "Redis: an operation failed (Timeout); serving from memory and Cloudflare (29 more failures since this was last logged)"]);
    }

    private Task<Replica> ConnectAsync() => Replica.ConnectAsync(_server.Address + ",asyncTimeout=60000", _time);
}
