using FsCheck;
using FsCheck.Fluent;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.Caching;

/// <summary>Equivalent requests have the same key, and each input affects the key.</summary>
public sealed class KeyLawTests
{
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(100_000);

    [Fact]
    public void Order_repetition_spelling_and_offsets_do_not_matter() =>
        Check.One(Cases, Prop.ForAll(KeyGenerators.Spectrum.ToArbitrary(), arguments =>
        {
            var turned = arguments with
            {
                Dimensions = arguments.Dimensions is { } dimensions ? [.. dimensions.Reverse(), .. dimensions] : null,
                Metrics = arguments.Metrics is { } metrics ? [.. metrics.Reverse(), .. metrics] : null,
                Since = arguments.Since?.ToOffset(TimeSpan.FromHours(13)) ?? arguments.Until?.AddHours(-6),
                Until = arguments.Until?.ToOffset(TimeSpan.FromHours(-11)),
                Filters = arguments.Filters is { } filters ? Turned(filters) : null,
            };
            return Requests.Create(arguments).Key == Requests.Create(turned).Key;
        }));

    [Fact]
    public void Every_input_of_spectrum_is_in_the_key()
    {
        var least = Requests.Least with { Until = DateTimeOffset.UnixEpoch };
        var variations = new Dictionary<string, SpectrumEventsArguments>
        {
            [nameof(least.ZoneId)] = least with { ZoneId = new string('a', 32) },
            [nameof(least.TimeDelta)] = least with { TimeDelta = SpectrumTimeDelta.Day },
            [nameof(least.Since)] = least with { Since = DateTimeOffset.UnixEpoch.AddHours(-7) },
            [nameof(least.Until)] = least with { Until = null },
            [nameof(least.Window)] = least with { Until = null, Window = "1d" },
            [nameof(least.Shift)] = least with { Until = null, Window = "1d", Shift = "1d" },
            [nameof(least.Dimensions)] = least with { Dimensions = [SpectrumDimension.Event] },
            [nameof(least.Metrics)] = least with { Metrics = [SpectrumMetric.BytesEgress] },
            [nameof(least.Filters)] = least with { Filters = "event==connect" },
            [nameof(least.Where)] = least with { Where = new() { ColoName = new() { Eq = "SFO" } } },
            [nameof(least.Sort)] = least with { Sort = [Sorts.CountAsc] },
            [nameof(least.Limit)] = least with { Limit = 1 },
        };

        // What filters and orders of rows name is checked, and sent among the metrics.
        var inputs = typeof(SpectrumEventsArguments).GetProperties().Select(property => property.Name).Except([nameof(least.Named)]);
        variations.Keys.ShouldBe(inputs, ignoreOrder: true);
        variations.Values.Append(least).Select(arguments => Requests.Create(arguments).Key).Distinct().Count().ShouldBe(variations.Count + 1);
    }

    [Fact]
    public void Every_input_of_a_series_but_its_name_is_in_the_key()
    {
        var least = new CtSeriesInput();
        var keys = new HashSet<Gateway.Caching.CacheKey> { Key(least) };
        foreach (var property in typeof(CtSeriesInput).GetProperties())
        {
            var varied = least with { };
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(varied, type == typeof(string) ? "x" : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch : Activator.CreateInstance(type));
            keys.Add(Key(varied)).ShouldBe(property.Name != nameof(CtSeriesInput.Name), property.Name);
        }

        static Gateway.Caching.CacheKey Key(CtSeriesInput series) => new CtSeriesQuery(CtQuestion.Timeseries(null), [series]).Key;
    }

    private static string Turned(string filters)
    {
        var ors = filters.Replace(" OR ", ",").Replace(" AND ", ";").Split(',').Select(ands => string.Join(" AND ", ands.Split(';').Reverse()));
        return " " + string.Join(" OR ", ors.Reverse().Concat(ors)) + " ";
    }
}
