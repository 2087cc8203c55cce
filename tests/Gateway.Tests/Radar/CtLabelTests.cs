using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Tests.Upstream.Json;

namespace Gateway.Tests.Radar;

public sealed class CtLabelTests
{
    private static readonly CtResponse<CtColumns> Reply = new(
        Reading.Read(
            new CtTimeseriesReader(),
            """
            { "s1": { "values": [] }, "s0": { "values": [] }, "s00": { "values": [] }, "s2": { "values": [] },
              "meta": { "units": [{ "name": "s1", "value": "certificates" }, { "name": "*", "value": "all" }, { "name": "s0", "value": "shares" },
                                  { "name": "s2", "value": "more" }, { "name": "s00", "value": "odd" }] } }
            """),
        [],
        default);

    [Fact]
    public void Series_and_units_have_the_names_of_the_request()
    {
        var answer = new CtTimeseries(Request("a", "b"), Reply, null, default!);
        answer.Series.Select(series => series.Name).ShouldBe(["a", "b", "s2", "s00"]);
        answer.Meta.Units.ShouldBe([new("b", "certificates"), new("*", "all"), new("a", "shares"), new("s2", "more"), new("s00", "odd")]);
        answer.GetCsv().ShouldBe("a timestamps,a values,b timestamps,b values,s2 timestamps,s2 values,s00 timestamps,s00 values\n");
    }

    [Fact]
    public void What_is_cached_has_the_names_of_no_request()
    {
        new CtTimeseries(Request("a", "b"), Reply, null, default!).Meta.Units[0].Name.ShouldBe("b");
        new CtTimeseries(Request("c", "d"), Reply, null, default!).Meta.Units[0].Name.ShouldBe("d");
        Reply.Data.Meta.Units[0].Name.ShouldBe("s1");
    }

    private static CtSeriesRequest Request(string first, string second) => CtSeriesRequest.Create(
        CtQuestion.Timeseries(null),
        new CtPositionalLists([]),
        [new() { Name = first, DateRange = "7d" }, new() { Name = second, DateRange = "7dcontrol" }]).Value.ShouldNotBeNull();
}
