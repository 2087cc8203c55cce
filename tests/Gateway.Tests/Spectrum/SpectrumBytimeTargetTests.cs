using Gateway.Spectrum.Filters;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using static Gateway.Tests.Spectrum.Requests;

namespace Gateway.Tests.Spectrum;

public sealed class SpectrumBytimeTargetTests
{
    private const string Least = $"zones/{Zone}/spectrum/analytics/events/bytime?time_delta=hour&metrics=count";

    [Fact]
    public void The_least_request_asks_for_the_number_of_events() => Url(Requests.Least).ShouldBe(Least);

    [Fact]
    public void Every_argument_is_written_in_its_place() =>
        Url(new SpectrumEventsArguments(Zone, SpectrumTimeDelta.Dekaminute)
        {
            Dimensions = [SpectrumDimension.Event, SpectrumDimension.AppId],
            Metrics = [SpectrumMetric.Count, SpectrumMetric.BytesIngress],
            Filters = "event==disconnect AND coloName!=SFO",
            Since = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Until = new DateTimeOffset(2026, 1, 1, 3, 0, 0, TimeSpan.Zero),
            Sort = [Sorts.CountAsc, Sorts.BytesIngressDesc],
            Limit = 100,
        }).ShouldBe(
            $"zones/{Zone}/spectrum/analytics/events/bytime?time_delta=dekaminute&dimensions=event,appID&metrics=count,bytesIngress"
            + "&filters=event%3D%3Ddisconnect%20AND%20coloName!%3DSFO&since=2026-01-01T00%3A00%3A00Z&until=2026-01-01T03%3A00%3A00Z"
            + "&sort=%2Bcount,-bytesIngress&limit=100");

    [Theory]
    [InlineData(SpectrumTimeDelta.Year, "year")]
    [InlineData(SpectrumTimeDelta.Quarter, "quarter")]
    [InlineData(SpectrumTimeDelta.Month, "month")]
    [InlineData(SpectrumTimeDelta.Week, "week")]
    [InlineData(SpectrumTimeDelta.Day, "day")]
    [InlineData(SpectrumTimeDelta.Hour, "hour")]
    [InlineData(SpectrumTimeDelta.Dekaminute, "dekaminute")]
    [InlineData(SpectrumTimeDelta.Minute, "minute")]
    public void Every_interval_has_its_wire_name(SpectrumTimeDelta timeDelta, string wire) =>
        Url(new SpectrumEventsArguments(Zone, timeDelta)).ShouldContain($"?time_delta={wire}&");

    [Fact]
    public void Every_dimension_has_its_wire_name() =>
        Url(Requests.Least with { Dimensions = Enum.GetValues<SpectrumDimension>() })
            .ShouldContain("&dimensions=event,appID,coloName,ipVersion&");

    [Fact]
    public void Every_metric_has_its_wire_name() =>
        Url(Requests.Least with { Metrics = Enum.GetValues<SpectrumMetric>() })
            .ShouldEndWith("&metrics=count,bytesIngress,bytesEgress,durationAvg,durationMedian,duration90th,duration99th");

    [Fact]
    public void Sort_has_both_directions_of_every_metric_and_dimension()
    {
        var all = Requests.Least with { Metrics = Enum.GetValues<SpectrumMetric>(), Dimensions = Enum.GetValues<SpectrumDimension>() };
        Url(all with { Sort = [.. SpectrumSort.All.Where(sort => !sort.IsDescending)] }).ShouldEndWith(
            "&sort=%2Bcount,%2BbytesIngress,%2BbytesEgress,%2BdurationAvg,%2BdurationMedian,%2Bduration90th,%2Bduration99th,%2Bevent,%2BappID,%2BcoloName,%2BipVersion");
        Url(all with { Sort = [.. SpectrumSort.All.Where(sort => sort.IsDescending)] }).ShouldEndWith(
            "&sort=-count,-bytesIngress,-bytesEgress,-durationAvg,-durationMedian,-duration90th,-duration99th,-event,-appID,-coloName,-ipVersion");
    }

    [Theory]
    [InlineData("2014-01-01T05:20:00.12345Z", "2014-01-01T05%3A20%3A00.12345Z")]
    [InlineData("2014-01-01T05:20:00.1000000Z", "2014-01-01T05%3A20%3A00.1Z")]
    [InlineData("2014-01-01T05:20:00.0000001Z", "2014-01-01T05%3A20%3A00.0000001Z")]
    [InlineData("2014-01-01T05:20:00+02:00", "2014-01-01T03%3A20%3A00Z")]
    [InlineData("2014-01-01T00:00:00-05:30", "2014-01-01T05%3A30%3A00Z")]
    public void An_instant_is_written_in_utc_with_the_fraction_that_it_has(string instant, string wire)
    {
        var since = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        Url(Requests.Least with { Since = since }).ShouldBe($"{Least}&since={wire}");
    }

    [Fact]
    public void A_window_without_a_start_gets_the_one_that_Cloudflare_documents() =>
        Url(Requests.Least with { Until = new DateTimeOffset(2026, 1, 1, 3, 0, 0, TimeSpan.Zero) })
            .ShouldBe($"{Least}&since=2025-12-31T21%3A00%3A00Z&until=2026-01-01T03%3A00%3A00Z");

    [Fact]
    public void The_beginning_of_time_has_no_start_before_it() =>
        Url(Requests.Least with { Until = DateTimeOffset.MinValue }).ShouldBe($"{Least}&until=0001-01-01T00%3A00%3A00Z");

    [Fact]
    public void Every_operator_has_its_encoded_form() =>
        Url(Requests.Least with { Filters = "event==a;event!=a;event>a;event>=a;event<a;event<=a" }).ShouldEndWith(
            "&filters=event%3D%3Da%20AND%20event!%3Da%20AND%20event%3Ea%20AND%20event%3E%3Da%20AND%20event%3Ca%20AND%20event%3C%3Da");

    [Fact]
    public void A_typed_filter_is_written_like_a_textual_one() =>
        Url(Requests.Least with { Where = new SpectrumWhereInput { ColoName = new() { In = ["SFO", "LAX"] } } })
            .ShouldEndWith("&filters=coloName%3D%3DLAX%20OR%20coloName%3D%3DSFO");

    private static string Url(SpectrumEventsArguments arguments)
    {
        var url = Create(arguments).CallAt(default).PathAndQuery;

        // What the client sends is what was written: nothing is encoded again, decoded or resolved.
        new Uri($"https://localhost/client/v4/{url}").PathAndQuery.ShouldBe($"/client/v4/{url}");
        return url;
    }
}
