using Gateway.Caching;

namespace Gateway.Tests.Caching;

public sealed class FragmentStoreTests
{
    private readonly FragmentStore _kept = new();

    [Fact]
    public void What_is_kept_is_found_for_its_operation_and_part_alone()
    {
        object operation = new(), part = new();
        _kept.Add(operation, part, "{}"u8);
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
            _kept.Add(operation, part, new byte[1000]);
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
            _kept.Add(new(), part, new byte[size]);
            _kept.Bytes.ShouldBeLessThanOrEqualTo(256 * 1024);
        }
    }

    [Fact]
    public async Task Of_many_who_write_the_same_at_once_one_is_kept()
    {
        object operation = new(), part = new();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => _kept.Add(operation, part, new byte[100]))));
        _kept.Bytes.ShouldBeLessThan(200);
    }
}
