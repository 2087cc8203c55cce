using System.Globalization;
using System.Text;
using Gateway.Columns;
using Gateway.GraphQL;
using Gateway.Radar.Responses;

namespace Gateway.Tests.Radar;

public class CtCsvTests
{
    private static readonly DateTimeOffset Ten = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Series_stand_side_by_side_and_shorter_ones_leave_cells_empty()
    {
        var csv = CtCsv.Write([Series("main", 12, null, 0.5), Series("Control_2", 7)]);

        csv.ShouldBe("""
            main timestamps,main values,Control_2 timestamps,Control_2 values
            2026-01-01T10:00:00Z,12,2026-01-01T10:00:00Z,7
            2026-01-01T11:00:00Z,,,
            2026-01-01T12:00:00Z,0.5,,

            """, StringCompareShould.IgnoreLineEndings);
        csv.ShouldNotContain("\r");
    }

    [Fact]
    public void A_name_is_quoted_where_it_must_be() =>
        CtCsv.Write([Series("a,\"b\"")]).ShouldBe("\"a,\"\"b\"\" timestamps\",\"a,\"\"b\"\" values\"\n");

    [Fact]
    public void Without_series_there_is_an_empty_header() => CtCsv.Write(Array.Empty<CtSeries>()).ShouldBe("\n");

    [Fact]
    public void A_CSV_as_long_as_may_be_is_written_and_a_longer_one_is_refused()
    {
        // All but the name of the series, which the header has twice.
        var rest = " timestamps, values\n2026-01-01T10:00:00Z,5\n2026-01-01T11:00:00Z,\n".Length;
        var name = new string('a', (CsvLength.Max - rest) / 2);
        CtCsv.Write([Series(name, 5, null)]).Length.ShouldBe((2 * name.Length) + rest);

        var refusal = Should.Throw<GraphQLException>(() => CtCsv.Write([Series(name + "aa", 5, null)]));
        refusal.Errors.ShouldHaveSingleItem().Code.ShouldBe("RESPONSE_TOO_LARGE");
    }

    /// <summary>Equal series are asked for once. Written, they would take twenty times what Cloudflare sent.</summary>
    [Fact]
    public void What_is_far_too_long_is_refused_before_it_is_made()
    {
        var one = Series("a", [.. Enumerable.Repeat<double?>(1, 100_000)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<GraphQLException>(() => CtCsv.Write([.. Enumerable.Repeat(one, 20)]));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000);
    }

    private static CtSeries Series(string name, params double?[] values)
    {
        var (timestamps, numbers) = (new ColumnBuilder(), new ColumnBuilder());
        foreach (var value in values)
        {
            timestamps.AddInstant(Ten.AddHours(timestamps.Count));
            numbers.AddNumber(Encoding.UTF8.GetBytes(value?.ToString(CultureInfo.InvariantCulture) ?? ""));
        }

        return new CtSeries(name, new CtColumns("s0", new InstantColumn(timestamps.Take()), new NumberColumn(numbers.Take()), CompleteRange.None), CtMeta.None, 0);
    }
}
