using System.Text.Json;
using Gateway.Columns;
using Gateway.GraphQL;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Tests.Spectrum.Wire;

namespace Gateway.Tests.Spectrum;

public sealed class SpectrumCsvTests
{
    private const string TwoHours = """[["2026-01-01T00:00:00Z"], ["2026-01-01T01:00:00.5Z"]]""";

    private static readonly SpectrumEventsArguments EventsAndColos = Requests.Least with
    {
        Dimensions = [SpectrumDimension.ColoName, SpectrumDimension.Event],
        Metrics = [SpectrumMetric.DurationAvg, SpectrumMetric.Count],
    };

    [Fact]
    public void Rows_and_metrics_are_columns_and_intervals_are_lines() =>
        Csv($$"""
            "time_intervals": {{TwoHours}},
            "data": [{ "dimensions": ["connect", "SFO"], "metrics": [[1, 20], [0.5, null]] }, { "dimensions": ["tlsFailed", "FRA"], "metrics": [[null, 3]] }]
            """, EventsAndColos).ShouldBe(
            """
            time,connect SFO count,connect SFO durationAvg,tlsFailed FRA count,tlsFailed FRA durationAvg
            2026-01-01T00:00:00Z,1,0.5,,
            2026-01-01T01:00:00.5Z,20,,3,

            """.ReplaceLineEndings("\r\n"));

    [Fact]
    public void Without_dimensions_a_column_has_the_name_of_its_metric() =>
        Csv($$""" "time_intervals": {{TwoHours}}, "data": [{ "metrics": [[1, 2]] }] """).ShouldBe(
            "time,count\r\n2026-01-01T00:00:00Z,1\r\n2026-01-01T01:00:00.5Z,2\r\n");

    [Fact]
    public void Without_rows_there_are_the_times() =>
        Csv($$""" "time_intervals": {{TwoHours}} """, EventsAndColos).ShouldBe("time\r\n2026-01-01T00:00:00Z\r\n2026-01-01T01:00:00.5Z\r\n");

    [Fact]
    public void Without_anything_there_is_a_header() => Csv("\"data\": []").ShouldBe("time\r\n");

    [Fact]
    public void A_point_without_an_interval_has_no_time() =>
        Csv(""" "time_intervals": [["2026-01-01T00:00:00Z"]], "data": [{ "metrics": [[1, -2.5]] }] """).ShouldBe(
            "time,count\r\n2026-01-01T00:00:00Z,1\r\n,-2.5\r\n");

    [Fact]
    public void The_metrics_and_dimensions_are_those_of_the_echo() =>
        Csv("""
            "query": { "metrics": ["bytesIngress", "unheardOf", "count", "count"], "dimensions": ["ipVersion", "appID", "event"] },
            "data": [{ "dimensions": [6, "a1", "connect"], "metrics": [[9], [8], [7]] }]
            """, EventsAndColos).ShouldBe("time,connect a1 6 count,connect a1 6 bytesIngress\r\n,7,9\r\n");

    [Theory]
    [InlineData("-1", "-1")]
    [InlineData("-0.0", "-0")]
    [InlineData("1e300", "1E+300")]
    [InlineData("-1.4e-05", "-1.4E-05")]
    [InlineData("12345678901234567890", "1.2345678901234567E+19")]
    [InlineData("null", "")]
    public void Numbers_stay_numbers(string json, string cell) =>
        Csv($$""" "data": [{ "metrics": [[{{json}}]] }] """).ShouldBe($"time,count\r\n,{cell}\r\n");

    /// <summary>By RFC 4180, section 2, and so that no separator of another locale begins a cell.</summary>
    [Theory]
    [InlineData("a,b", "\"a,b count\"")]
    [InlineData("a\"b", "\"a\"\"b count\"")]
    [InlineData("\"", "\"\"\" count\"")]
    [InlineData("a\nb", "\"a\nb count\"")]
    [InlineData("a\rb", "\"a\rb count\"")]
    [InlineData("a;=b", "\"a;=b count\"")]
    [InlineData("a\tb", "\"a\tb count\"")]
    [InlineData("a b", "a b count")]
    [InlineData("Zürich ☂", "Zürich ☂ count")]
    public void A_name_is_quoted_where_it_must_be(string colo, string cell) => Header(colo).ShouldBe($"time,{cell}");

    [Theory]
    [InlineData("=1+1", "'=1+1 count")]
    [InlineData("+1", "'+1 count")]
    [InlineData("-1", "'-1 count")]
    [InlineData("@SUM(A1)", "'@SUM(A1) count")]
    [InlineData("\t=1", "\"'\t=1 count\"")]
    [InlineData("\r=1", "\"'\r=1 count\"")]
    [InlineData("\n=1", "\"'\n=1 count\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b count\"")]
    [InlineData("＝1", "'＝1 count")]
    [InlineData("a=1", "a=1 count")]
    [InlineData("", "count")]
    public void Text_is_never_a_formula(string colo, string cell) => Header(colo).ShouldBe($"time,{cell}");

    [Theory]
    [InlineData("event", "=x")]
    [InlineData("appID", "=x")]
    [InlineData("coloName", "=x")]
    public void No_text_of_Cloudflares_is(string dimension, string text) =>
        Csv($$""" "query": { "dimensions": ["{{dimension}}"] }, "data": [{ "dimensions": ["{{text}}"] }] """).ShouldStartWith("time,'=x count\r\n");

    [Fact]
    public void Text_in_the_middle_of_a_name_is_none_either() =>
        Csv(""" "data": [{ "dimensions": ["connect", "@x"] }] """, EventsAndColos with { Metrics = null }).ShouldStartWith("time,connect '@x count\r\n");

    [Fact]
    public void A_value_that_is_missing_is_null() =>
        Csv(""" "data": [{ "dimensions": ["connect", null] }, { "dimensions": ["connect"] }, {}] """, EventsAndColos with { Metrics = null })
            .ShouldStartWith("time,connect null count,connect null (2) count,null null count\r\n");

    [Theory]
    [InlineData("a|a|a", "a count,a (2) count,a (3) count")]
    [InlineData("a|a (2)|a", "a count,a (2) count,a (3) count")]
    [InlineData("a|a|a (2)", "a count,a (2) count,a (2) (2) count")]
    [InlineData("=a|'=a", "'=a count,'=a (2) count")]
    [InlineData(" =a| =a", " =a count, =a (2) count")]
    public void Names_are_unique(string colos, string names) => Header(colos.Split('|')).ShouldBe($"time,{names}");

    [Fact]
    public void Rows_without_dimensions_have_unique_names_too() =>
        Csv(""" "data": [{}, {}, {}] """).ShouldStartWith("time,count,(2) count,(3) count\r\n");

    [Fact]
    public void Names_of_values_that_join_alike_are_unique() =>
        Csv(""" "data": [{ "dimensions": ["a b", "c"] }, { "dimensions": ["a", "b c"] }] """, EventsAndColos with { Metrics = null })
            .ShouldStartWith("time,a b c count,a b c (2) count\r\n");

    /// <summary>The number of attempts to find a free name must not grow with the square of the rows.</summary>
    [Fact]
    public void A_hundred_thousand_equal_rows_have_a_hundred_thousand_names()
    {
        var names = Csv($$""" "data": [{{string.Join(',', Enumerable.Repeat("{}", 100_000))}}] """).Split("\r\n")[0].Split(',');
        names.Distinct().Count().ShouldBe(100_001);
        names[^1].ShouldBe("(100000) count");
    }

    [Fact]
    public void A_CSV_as_long_as_may_be_is_written_and_a_longer_one_is_refused()
    {
        // The header and one line: all but the name of the data centre.
        var rest = "time, count\r\n,\r\n".Length;
        Csv(ColoNames(new string('a', CsvLength.Max - rest)), Colos).Length.ShouldBe(CsvLength.Max);

        var refusal = Should.Throw<GraphQLException>(() => Csv(ColoNames(new string('a', CsvLength.Max - rest + 1)), Colos));
        refusal.Errors.ShouldHaveSingleItem().Code.ShouldBe("RESPONSE_TOO_LARGE");
    }

    /// <summary>Each of these would take gigabytes.</summary>
    [Theory]
    [InlineData(100_000, 100_000, 1)]
    [InlineData(1, 1, 4_000_000)]
    public void What_is_far_too_long_is_refused_before_it_is_made(int rows, int points, int name)
    {
        var data = Answers.Read(
            $$"""
            { "rows": 1, "data_lag": 0, "query": { "dimensions": ["coloName"], "metrics": ["count", "bytesIngress", "bytesEgress", "durationAvg", "durationMedian"] },
              "data": [{ "dimensions": ["{{new string('a', name)}}"], "metrics": [[{{string.Join(',', Enumerable.Repeat("1", points))}}]] }{{string.Concat(Enumerable.Repeat(",{}", rows - 1))}}] }
            """);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<GraphQLException>(() => SpectrumCsv.Write(data));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8L * CsvLength.Max);
    }

    /// <summary>A string of the CSV's length, and what the columns' list and the header take.</summary>
    [Fact]
    public void It_is_written_into_a_string_of_its_length()
    {
        var column = string.Join(',', Enumerable.Repeat("123456", 10_000));
        var rows = string.Join(',', Enumerable.Range(0, 20).Select(i => $$"""{ "dimensions": ["c{{i}}"], "metrics": [[{{column}}]] }"""));
        var data = Answers.Read($$"""{ "rows": 20, "data_lag": 0, "query": { "dimensions": ["coloName"] }, "data": [{{rows}}] }""");
        SpectrumCsv.Write(data);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var length = SpectrumCsv.Write(data).Length;
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan((long)(2.05 * length));
    }

    private static SpectrumEventsArguments Colos => Requests.Least with { Dimensions = [SpectrumDimension.ColoName] };

    private static string Header(params string[] colos) => Csv(ColoNames(colos), Colos)[..^"\r\n".Length].Replace("\r\n" + new string(',', colos.Length), "", StringComparison.Ordinal);

    private static string ColoNames(params string[] colos) => $$"""
        "data": [{{string.Join(',', colos.Select(colo => $$"""{ "dimensions": [{{JsonSerializer.Serialize(colo)}}], "metrics": [[null]] }"""))}}]
        """;

    private static string Csv(string members, SpectrumEventsArguments? arguments = null) =>
        SpectrumCsv.Write(Answers.Read($$"""{ "rows": 1, "data_lag": 0, {{members}} }""", arguments));
}
