using System.Buffers;
using System.Text;
using Gateway.Columns;
using Gateway.GraphQL.Data;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.Radar;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Spectrum;
using Gateway.Spectrum.Responses;
using Gateway.Tests.Spectrum.Wire;
using Gateway.Tests.Upstream.Json;

namespace Gateway.Tests.Columns;

/// <summary>The JSON copied from columns equals the JSON of the types' members.</summary>
public sealed class TextsTests
{
    private static readonly SpectrumData Spectrum = Answers.Read("""
        { "rows": 2, "data_lag": 0, "time_intervals": [["2026-01-01T00:00:00Z", "2026-01-01T00:59:59.5Z"], ["2026-01-01T01:00:00+01:00"]],
          "data": [{ "metrics": [[1, null], [0.10, -0.0], [1e3], [1.4e-05, 12345678901234567890], [], [1, 2, 3], [null, 7]] }, {}],
          "query": { "since": "2026-01-01T00:00:00Z", "metrics": ["count", "bytesIngress", "bytesEgress", "durationAvg", "durationMedian", "duration90th", "duration99th"] } }
        """);

    private static readonly CtData<CtColumns> Radar = Reading.Read(new CtTimeseriesReader(), """
        { "s0": { "timestamps": ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00.50Z", "2026-01-01T12:00:00"], "values": ["12.0", null, "1.4e-05"] },
          "s1": { "timestamps": ["2026-01-01T10:00:00Z"], "values": ["-7"] }, "s2": { "timestamps": [], "values": [] },
          "meta": { "lastUpdated": "2026-01-01T13:00:00Z", "dateRange": [{ "startTime": "2026-01-01T10:00:00Z", "endTime": "2026-01-02T00:00:00Z" }] } }
        """);

    [Theory]
    [InlineData("{ series { name timestamps values points { timestamp value complete } } }")]
    [InlineData("{ series { points { value t: timestamp __typename } } }")]
    [InlineData("{ intervals { start complete end } }")]
    [InlineData("{ intervals { complete } series { points { complete } } rows { points { complete } } }")]
    [InlineData("{ rows { points { start end complete count bytesIngress bytesEgress durationAvg durationMedian duration90th duration99th } } }")]
    [InlineData("{ rows { values(metric: COUNT) other: values(metric: DURATION_AVG) dimensions { event } } }")]
    public async Task Text_and_type_say_the_same(string query)
    {
        var typed = await RunAsync(Schema(), query);
        typed.ShouldNotContain("errors");

        var schema = Schema().AddColumnTexts();
        RadarServices.AddTexts(schema);
        SpectrumServices.AddTexts(schema);
        (await RunAsync(schema, query)).ShouldBe(typed);
    }

    /// <summary>96 points of three series that have the same timestamps, against arrays of DateTimeOffset and double?.</summary>
    [Fact]
    public void Columns_take_less_memory_than_arrays_of_values()
    {
        var timestamps = string.Join(',', Enumerable.Range(0, 96).Select(i => $"\"2026-01-{1 + (i / 24):00}T{i % 24:00}:00:00Z\""));
        var values = string.Join(',', Enumerable.Range(0, 96).Select(i => $"\"{100_000 + (i * 7919)}\""));
        var series = $$"""{ "timestamps": [{{timestamps}}], "values": [{{values}}] }""";
        var model = Reading.Read(new CtTimeseriesReader(), $$"""{ "s0": {{series}}, "s1": {{series}}, "s2": {{series}} }""");

        model.Series[2].Timestamps.ShouldBeSameAs(model.Series[0].Timestamps);
        new CtResponse<CtColumns>(model, [], default).Size.ShouldBeLessThan((3 * 96 * (16 + 16) * 2 / 3) + 700);
    }

    private static SchemaBuilder Schema() => Gateway.GeneratedTypes.AddGeneratedTypes(SchemaBuilder.New()).AddGeneratedTypes()
        .AddFiltering().AddSorting().AddQueryType<Query>().AddType(typeof(SpectrumPointType)).AddType(typeof(SpectrumRowTotalsType));

    private static async Task<string> RunAsync(SchemaBuilder schema, string query)
    {
        var request = new OperationRequest { Document = Encoding.UTF8.GetBytes(query) };
        using var result = await new RequestExecutor(schema.Create(), new ExecutorOptions()).ExecuteAsync(request, TestContext.Current.CancellationToken);
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public sealed class Query
    {
        public IReadOnlyList<CtSeries> Series => [.. Radar.Series.Select(columns => new CtSeries(columns.WireName, columns, Radar.Meta, 0))];

        public IReadOnlyList<SpectrumRow> Rows => Spectrum.Rows;

        public IReadOnlyList<TimeInterval> Intervals => Spectrum.TimeIntervals;
    }
}
