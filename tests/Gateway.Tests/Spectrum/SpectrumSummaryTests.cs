using Gateway.Spectrum;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Tests.EndToEnd;
using Gateway.Tests.Upstream.Json;

namespace Gateway.Tests.Spectrum;

/// <summary>What differs between a summary and a series by time.</summary>
public sealed class SpectrumSummaryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 3, 12, 34, 56, TimeSpan.Zero);

    [Fact]
    public void The_interval_is_part_of_the_request_only_if_a_window_begins_with_it()
    {
        var (hour, day) = (Requests.Least, Requests.Least with { TimeDelta = SpectrumTimeDelta.Day });
        Create(hour).Key.ShouldBe(Create(day).Key);
        Create(hour with { Until = Noon }).Key.ShouldBe(Create(day with { Until = Noon }).Key);
        Create(hour with { Window = "1d" }).Key.ShouldNotBe(Create(day with { Window = "1d" }).Key);
        Create(hour with { Window = "1d" }).Key.ShouldNotBe(Create(hour with { Window = "1d", Shift = "1d" }).Key);
        Create(hour).Key.ShouldNotBe(Requests.Create(hour).Key);
    }

    [Theory]
    [InlineData(SpectrumTimeDelta.Hour, "2026-06-02T12%3A00%3A00Z")]
    [InlineData(SpectrumTimeDelta.Week, "2026-06-01T00%3A00%3A00Z")]
    public void A_window_begins_with_an_interval_and_cloudflare_gets_its_start_alone(SpectrumTimeDelta delta, string since) =>
        Create(new(Requests.Zone, delta) { Window = "24h" }).CallAt(Noon).PathAndQuery
            .ShouldBe($"zones/{Requests.Zone}/spectrum/analytics/events/summary?metrics=count&since={since}");

    [Fact]
    public void A_window_lives_until_its_turn_as_that_of_the_chart()
    {
        var arguments = new SpectrumEventsArguments(Requests.Zone, SpectrumTimeDelta.Hour) { Window = "24h" };
        var reply = new SpectrumResponse(Read("{}"), Noon, [], Noon);
        SpectrumLifetime.Of(Create(arguments), reply).ShouldBe(SpectrumLifetime.Of(Requests.Create(arguments), reply));
    }

    [Theory]
    [InlineData("[1.5, 20]", 1.5, 20.0)]
    [InlineData("[null, 20]", null, 20.0)]
    [InlineData("[[1.5], [20]]", 1.5, 20.0)]
    [InlineData("[1.5]", 1.5, null)]
    [InlineData("[]", null, null)]
    [InlineData("null", null, null)]
    public void Flat_metrics_are_the_totals_of_a_row(string metrics, double? count, double? bytes)
    {
        var data = Read($$"""{ "data": [{ "dimensions": ["connect"], "metrics": {{metrics}} }] }""");
        var totals = new SpectrumSummaryRows(data.Rows)[0].Totals;
        totals.Value(SpectrumMetric.Count).ShouldBe(count);
        totals.Value(SpectrumMetric.BytesIngress).ShouldBe(bytes);
        totals.Value(SpectrumMetric.DurationAvg).ShouldBeNull();

        var again = SpectrumPayload.Read(SpectrumPayload.Write(new SpectrumResponse(data, Noon, [], Noon)), GatewayApp.Zone, Noon).Data;
        new SpectrumSummaryRows(again.Rows)[0].Totals.Value(SpectrumMetric.Count).ShouldBe(count);
    }

    [Fact]
    public void A_table_quotes_its_cells_and_disarms_formulas()
    {
        var data = Read("""
            { "data": [
              { "dimensions": ["=cmd()"], "metrics": [1, 2.50] },
              { "dimensions": ["a,\"b"], "metrics": [null, 1e3] },
              { "dimensions": [null], "metrics": [] }] }
            """);
        SpectrumSummaryCsv.Write(data).ShouldBe(
            "event,count,bytesIngress\r\n'=cmd(),1,2.5\r\n\"a,\"\"b\",,1000\r\n,,\r\n");
    }

    private static SpectrumSummaryRequest Create(SpectrumEventsArguments arguments) => SpectrumSummaryRequest.Create(arguments).ShouldSucceed();

    private static SpectrumData Read(string members)
    {
        var request = Create(Requests.Least with { Dimensions = [SpectrumDimension.Event], Metrics = [SpectrumMetric.Count, SpectrumMetric.BytesIngress] });
        var reader = new SpectrumEventsReader(request, null, Noon, Noon);
        return Reading.Read(reader, """{ "rows": 3, "data_lag": 1, """ + members.TrimStart()[1..].Insert(0, members.Length > 2 ? "" : "\"min\": null"), int.MaxValue);
    }
}
