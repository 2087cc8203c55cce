using System.Runtime.InteropServices;
using Gateway.Caching;
using Gateway.Shared;
using Gateway.Tests.Caching.Model;

namespace Gateway.Tests.Caching;

public sealed class FragmentStoreTests
{
    private FragmentStore _kept = new();
    private int _copies;

    [Fact]
    public void What_is_kept_is_found_for_its_operation_and_part_alone()
    {
        object operation = new(), part = new();
        Add(operation, part, [.. "{}"u8]);
        _kept.Find(operation, part).ToArray().ShouldBe("{}"u8.ToArray());
        _kept.Find(operation, new()).IsEmpty.ShouldBeTrue();
        _kept.Find(new(), part).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void The_oldest_makes_room_for_the_newest()
    {
        object part = new();
        var operations = Enumerable.Range(0, 100).Select(_ => new object()).ToArray();
        foreach (var operation in operations)
        {
            Add(operation, part, new byte[1000]);
        }

        operations.Count(operation => !_kept.Find(operation, part).IsEmpty).ShouldBe(8);
        operations[^8..].ShouldAllBe(operation => !_kept.Find(operation, part).IsEmpty);
        _kept.Bytes.ShouldBeInRange(8_000, 9_000);
    }

    [Fact]
    public void What_is_kept_stays_within_256_KiB()
    {
        object part = new();
        for (var size = 1; size <= 1 << 20; size *= 2)
        {
            Add(new(), part, new byte[size]);
            _kept.Bytes.ShouldBeLessThanOrEqualTo(256 * 1024);
        }
    }

    [Fact]
    public async Task Of_many_who_write_the_same_at_once_one_is_kept()
    {
        object operation = new(), part = new();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Add(operation, part, new byte[100]))));
        _kept.Bytes.ShouldBeLessThan(200);
        _copies.ShouldBe(1);
    }

    /// <summary>What fragments take counts at once: nobody may ask again.</summary>
    [Fact]
    public void A_fragment_counts_towards_its_entry_from_the_moment_it_is_added()
    {
        var entries = Entries(16 << 20);
        entries.Set(default, Entry(Response(64), entries));
        var before = entries.Used;
        Add(new(), new(), new byte[10_000]);
        (entries.Used - before).ShouldBeInRange(10_000, 10_200);
    }

    [Theory]
    [InlineData(1_000, 64 << 20, 256 << 10)]
    [InlineData(1 << 20, 64 << 20, 2 << 20)]
    [InlineData(12 << 20, 64 << 20, 4 << 20)]
    [InlineData(16 << 20, 64 << 20, 0)]
    public void A_long_answer_keeps_long_fragments_but_never_more_than_an_entry_may_take(int size, int capacity, int most)
    {
        var entries = Entries(capacity);
        var response = Response(size);
        entries.Set(default, Entry(response, entries));
        for (var length = 100_000; length < 1 << 23; length += 100_000)
        {
            Add(new(), new(), new byte[length]);
        }

        _kept.Bytes.ShouldBeInRange(Math.Max(0, most - 200_000), most);
        entries.Find(default)!.Response.ShouldBe(response);
    }

    [Fact]
    public void Equal_fragments_of_all_entries_take_their_memory_once()
    {
        object operation = new(), part = new();
        byte[] json = [.. Enumerable.Range(0, 5000).Select(static number => (byte)number)];
        FragmentStore[] stores = [.. Enumerable.Range(0, 100).Select(static _ => new FragmentStore())];
        foreach (var store in stores)
        {
            store.Add(operation, part, json.Length, json.CopyTo);
        }

        stores.Select(store => ArrayOf(store.Find(operation, part))).Distinct().Count().ShouldBe(1);
        json[^1]++;
        _kept.Add(operation, part, json.Length, json.CopyTo);
        _kept.Find(operation, part).ToArray().ShouldBe(json);
        ArrayOf(stores[0].Find(operation, part)).ShouldNotBe(json);

        static byte[] ArrayOf(ReadOnlyMemory<byte> fragment) =>
            MemoryMarshal.TryGetArray(fragment, out var array) ? array.Array! : throw new InvalidOperationException();
    }

    private static BoundedCache<CacheKey, CacheEntry> Entries(long capacity) => new(capacity, static entry => entry.Measure());

    private static TestResponse Response(int size) => new(0, 0, 0, DateTimeOffset.UnixEpoch) { Size = size };

    private CacheEntry Entry(TestResponse response, BoundedCache<CacheKey, CacheEntry> entries)
    {
        _kept = response.Fragments;
        _kept.CountIn(entries, default, response.Size);
        var lifetime = new Lifetime(TimeSpan.FromHours(1), TimeSpan.Zero, TimeSpan.Zero);
        return new CacheEntry(response, DateTimeOffset.UnixEpoch, lifetime, isOwn: true);
    }

    private void Add(object operation, object part, byte[] json) => _kept.Add(operation, part, json.Length, copy =>
    {
        Interlocked.Increment(ref _copies);
        json.CopyTo(copy);
    });
}
