using System.Runtime.CompilerServices;
using Gateway.Caching;
using Gateway.Shared;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Tests.Spectrum.Wire;
using Gateway.Upstream;

namespace Gateway.Tests.Caching;

/// <summary>Runs alone, because it measures the memory of the process.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AloneCollection;

[Collection<AloneCollection>]
public sealed class BoundedCacheTests
{
    private const long Bound = 64 << 20;

    private static readonly byte[] Payload = Encode();

    private BoundedCache<CacheKey, CacheEntry>? _filled;

    [Fact]
    public void Memory_stays_within_its_bound_after_a_million_distinct_requests()
    {
        // Compares with the memory without the cache, so other memory of the process does not count. The median of three, because pools that
        // other tests have filled give their memory back at any time.
        var taken = Enumerable.Range(0, 3).Select(_ =>
        {
            var report = Fill();
            var full = UsedMemory();
            GC.KeepAlive(_filled);
            _filled = null;
            var empty = UsedMemory();
            return (Share: (double)(full - empty) / Bound, Report: $"{report}, and took {full} - {empty}");
        }).OrderBy(each => each.Share).ToArray();
        taken[1].Share.ShouldBeInRange(0.9, 1.1, string.Join("; ", taken.Select(each => each.Report)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string Fill()
    {
        var cache = new BoundedCache<CacheKey, CacheEntry>(Bound, entry => entry.Measure());
        for (var i = 0; i < 334_000; i++)
        {
            cache.Set(Key(i), Entry());
        }

        _filled = cache;
        return $"{cache.Count} entries count {cache.Used} bytes";
    }

    [Fact]
    public void What_is_read_outlives_what_is_not()
    {
        var cache = new BoundedCache<CacheKey, string>(1 << 20, text => text.Length);
        cache.Set(Key(-1), "read");
        for (var i = 0; i < 100_000; i++)
        {
            cache.Set(Key(i), "not read");
            cache.Find(Key(-1)).ShouldBe("read");
        }

        cache.Find(Key(0)).ShouldBeNull();
        cache.Used.ShouldBeLessThanOrEqualTo(1 << 20);
    }

    [Fact]
    public void What_comes_and_goes_is_counted_too()
    {
        var cache = new BoundedCache<CacheKey, string>(1 << 16, text => text.Length);
        for (var i = 0; i < 100_000; i++)
        {
            cache.Set(Key(i % 7), "value");
            cache.Remove(Key(i % 7));
            cache.Used.ShouldBeLessThanOrEqualTo(1 << 16);
        }

        cache.Count.ShouldBe(0);
    }

    [Fact]
    public void What_would_take_all_room_is_not_kept()
    {
        var cache = new BoundedCache<CacheKey, string>(4096, text => text.Length);
        cache.Set(Key(1), "kept");
        cache.Set(Key(2), new string('x', 2000));
        (cache.Find(Key(1)), cache.Find(Key(2))).ShouldBe(("kept", null));
    }

    [Fact]
    public async Task Threads_that_change_one_key_lose_nothing()
    {
        var cache = new BoundedCache<CacheKey, string>(1 << 20, text => text.Length);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                cache.Change(Key(0), 0, (text, _) => text + "x");
            }
        })));
        cache.Find(Key(0)).ShouldNotBeNull().Length.ShouldBe(4000);
    }

    private static CacheKey Key(int i) => new((UInt128)(i + 1L) * 0x9E3779B97F4A7C15, (UInt128)(i + 7L) << 64);

    // Without the gaps between objects, which are the process's history.
    private static long UsedMemory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var heap = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return heap.HeapSizeBytes - heap.FragmentedBytes;
    }

    /// <summary>An answer with all that is its own, made as L2 makes it.</summary>
    private static CacheEntry Entry()
    {
        var reply = SpectrumPayload.Read(Payload, "023e105f4ecef8ad9ca31a8372d0c353", DateTimeOffset.UnixEpoch);
        return new CacheEntry(reply, DateTimeOffset.UnixEpoch, new Lifetime(TimeSpan.FromHours(1), default, default), isOwn: false);
    }

    private static byte[] Encode()
    {
        var data = Answers.Read("""
            { "rows": 1, "data_lag": 1, "time_intervals": [["2026-01-01T00:00:00Z", "2026-01-01T00:59:59Z"], ["2026-01-01T01:00:00Z", "2026-01-01T01:59:59Z"]],
              "data": [{ "dimensions": ["connect"], "metrics": [[1, 2]] }],
              "query": { "dimensions": ["event"], "metrics": ["count"], "filters": "event==connect" } }
            """);
        return SpectrumPayload.Write(new SpectrumResponse(data, new(default, default, default), [new CloudflareMessage(1000, "A message", null, null)], DateTimeOffset.UnixEpoch));
    }
}
