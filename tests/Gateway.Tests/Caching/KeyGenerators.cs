using FsCheck;
using FsCheck.Fluent;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;

namespace Gateway.Tests.Caching;

/// <summary>Generates requests from few values, so that equal requests occur.</summary>
internal static class KeyGenerators
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Filters =
    [
        "event==connect", "event==disconnect", "coloName!=SFO", "coloName!=sfo", "ipVersion>=6", "appID==a", "appID==b",
    ];

    public static readonly Gen<SpectrumEventsArguments> Spectrum =
        from zone in Gen.Elements("0123456789abcdef0123456789abcdef", "023e105f4ecef8ad9ca31a8372d0c353")
        from delta in Enumerated<SpectrumTimeDelta>()
        from since in Optional(Instant(0))
        from until in Optional(Instant(100))
        from dimensions in Optional(ListOf(Enumerated<SpectrumDimension>()))
        from metrics in Optional(ListOf(Enumerated<SpectrumMetric>()))
        from filters in Optional(Filter)
        from directions in Gen.Choose(0, 15)
        from sorted in Gen.Choose(0, 3)
        from limit in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 3).Select(limit => (int?)limit))
        select new SpectrumEventsArguments(zone, delta)
        {
            Since = since,
            Until = until,
            Dimensions = dimensions,
            Metrics = metrics,
            Filters = filters,
            Sort = Sort(dimensions ?? [], metrics ?? [], sorted, directions),
            Limit = limit,
        };

    private static Gen<string> Filter =>
        from ands in ListOf(Gen.Elements(Filters), 1).ArrayOf(3)
        from count in Gen.Choose(1, 3)
        from spelling in Gen.Elements((Or: " OR ", And: " AND "), (Or: ",", And: ";"))
        select string.Join(spelling.Or, ands[..count].Select(list => string.Join(spelling.And, list)));

    private static Gen<DateTimeOffset?> Instant(int day) =>
        from hours in Gen.Choose(0, 2)
        from ticks in Gen.Elements(0L, 1L, 5_000_000L)
        from offset in Gen.Choose(-4, 4)
        select (DateTimeOffset?)Start.AddDays(day).AddHours(hours).AddTicks(ticks).ToOffset(TimeSpan.FromHours(offset));

    private static Gen<T> Enumerated<T>()
        where T : struct, Enum =>
        Gen.Elements(Enum.GetValues<T>());

    private static Gen<T?> Optional<T>(Gen<T> gen) => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant(default(T)));

    private static Gen<IReadOnlyList<T>> ListOf<T>(Gen<T> gen, int least = 0) =>
        from items in gen.ArrayOf(3)
        from count in Gen.Choose(least, 3)
        select (IReadOnlyList<T>)items[..count];

    // Each field that the request has, once at most, in one direction or the other.
    private static SpectrumSort[] Sort(
        IReadOnlyList<SpectrumDimension> dimensions, IReadOnlyList<SpectrumMetric> metrics, int count, int directions) =>
        [.. metrics.Select(SpectrumField.Of).Concat(dimensions.Select(SpectrumField.Of)).Distinct().Take(count)
            .Select((field, i) => new SpectrumSort(field, ((directions >> i) & 1) == 1))];
}
