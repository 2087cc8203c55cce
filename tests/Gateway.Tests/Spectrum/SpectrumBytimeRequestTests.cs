using Gateway.Caching;
using Gateway.Spectrum.Filters;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using static Gateway.Tests.Spectrum.Requests;

namespace Gateway.Tests.Spectrum;

public sealed class SpectrumBytimeRequestTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData("../../../../user/tokens/verify?a")]
    [InlineData("0123456789abcdef0123456789abcde\n")]
    [InlineData("٠123456789abcdef0123456789abcdef")]
    public void A_zone_id_is_32_hex_digits_and_nothing_else(string zoneId) =>
        Refuse(new SpectrumEventsArguments(zoneId, SpectrumTimeDelta.Hour), "zoneId").Message.ShouldStartWith("`zoneId` has to be 32 hex digits, such as 023e105f4ecef8ad9ca31a8372d0c353.");

    [Fact]
    public void A_zone_id_in_capitals_is_the_same_zone()
    {
        var lower = Create(Least with { ZoneId = "0123456789abcdef0123456789abcdef" });
        var upper = Create(Least with { ZoneId = "0123456789ABCDEF0123456789aBcDeF" });

        upper.CallAt(Noon).ShouldBe(lower.CallAt(Noon));
        upper.Key.ShouldBe(lower.Key);
        ((ICacheableRequest)upper).Zone.ShouldBe(lower.ZoneId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_window_starts_before_it_ends(int hours) =>
        Refuse(Least with { Since = Noon.AddHours(hours), Until = Noon }, "since").Message.ShouldContain("before `until`");

    [Fact]
    public void Instants_are_compared_as_instants()
    {
        var since = new DateTimeOffset(2026, 1, 1, 13, 0, 0, TimeSpan.FromHours(2));
        Create(Least with { Since = since, Until = Noon }).CallAt(default).Since.ShouldBe(Noon.AddHours(-1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_limit_below_one_is_refused(int limit) => Refuse(Least with { Limit = limit }, "limit").Message.ShouldContain("1 or more");

    [Fact]
    public void A_limit_of_one_is_taken() => Create(Least with { Limit = 1 }).Limit.ShouldBe(1);

    [Fact]
    public void Both_forms_of_a_filter_together_are_refused()
    {
        var where = new SpectrumWhereInput { Event = new() { Eq = SpectrumEvent.Connect } };
        Refuse(Least with { Filters = "event==connect", Where = where }, "where").Message.ShouldContain("not both");
    }

    [Fact]
    public void A_faulty_filter_is_refused_by_its_argument()
    {
        Refuse(Least with { Filters = "event=connect" }, "filters").Message.ShouldContain("character 6");
        Refuse(Least with { Where = new SpectrumWhereInput() }, "where").Message.ShouldContain("empty");
    }

    [Fact]
    public void A_sort_by_what_the_request_does_not_have_is_refused_with_what_it_has()
    {
        var arguments = Least with
        {
            Metrics = [SpectrumMetric.Duration90th, SpectrumMetric.Count],
            Dimensions = [SpectrumDimension.AppId],
        };
        var refusal = Refuse(arguments with { Sort = [Sorts.CountDesc, Sorts.BytesEgressAsc] }, "sort");
        refusal.Message.ShouldContain("BYTES_EGRESS");
        refusal.Message.ShouldEndWith("It has: COUNT, DURATION_90TH, APP_ID.");
        Refuse(arguments with { Sort = [Sorts.EventAsc] }, "sort").Message.ShouldContain("EVENT");
        Create(arguments with { Sort = [Sorts.AppIdDesc, Sorts.Duration90thAsc, Sorts.CountAsc] });
    }

    [Fact]
    public void A_sort_has_each_field_once()
    {
        Refuse(Least with { Sort = [Sorts.CountAsc, Sorts.CountAsc] }, "sort").Message.ShouldContain("COUNT more than once");
        Refuse(Least with { Sort = [Sorts.CountAsc, Sorts.CountDesc] }, "sort").Message.ShouldContain("COUNT more than once");
    }

    [Fact]
    public void Lists_that_stand_for_sets_are_sorted_and_without_repetition()
    {
        var request = Create(Least with
        {
            Dimensions = [SpectrumDimension.IpVersion, SpectrumDimension.Event, SpectrumDimension.IpVersion],
            Metrics = [SpectrumMetric.DurationAvg, SpectrumMetric.Count, SpectrumMetric.DurationAvg],
        });
        request.Dimensions.ShouldBe([SpectrumDimension.Event, SpectrumDimension.IpVersion]);
        request.Metrics.ShouldBe([SpectrumMetric.Count, SpectrumMetric.DurationAvg]);
    }

    [Fact]
    public void Empty_lists_are_like_none() =>
        Create(Least with { Dimensions = [], Metrics = [], Sort = [] }).Key.ShouldBe(Create(Least).Key);

    public static TheoryData<string> Same => new(Meeting.Keys);

    public static TheoryData<string> Different => new(Parting.Keys);

    private static readonly Dictionary<string, (SpectrumEventsArguments, SpectrumEventsArguments)> Meeting = new()
    {
        ["order and repetition of dimensions"] = (
            Least with { Dimensions = [SpectrumDimension.Event, SpectrumDimension.AppId] },
            Least with { Dimensions = [SpectrumDimension.AppId, SpectrumDimension.Event, SpectrumDimension.AppId] }),
        ["order and repetition of metrics"] = (
            Least with { Metrics = [SpectrumMetric.Count, SpectrumMetric.BytesEgress] },
            Least with { Metrics = [SpectrumMetric.BytesEgress, SpectrumMetric.Count, SpectrumMetric.Count] }),
        ["one instant in two offsets"] = (
            Least with { Since = Noon },
            Least with { Since = Noon.ToOffset(TimeSpan.FromHours(5.5)) }),
        ["the default start, said"] = (
            Least with { Until = Noon },
            Least with { Until = Noon, Since = Noon.AddHours(-6) }),
        ["two spellings of a filter"] = (
            Least with { Filters = "event==connect,coloName==SFO;ipVersion==4" },
            Least with { Filters = "ipVersion==4 AND coloName==SFO AND ipVersion==4 OR event==connect" }),
        ["a typed and a textual filter"] = (
            Least with { Filters = "event==originError" },
            Least with { Where = new SpectrumWhereInput { Event = new() { In = [SpectrumEvent.OriginError] } } }),
    };

    private static readonly Dictionary<string, (SpectrumEventsArguments, SpectrumEventsArguments)> Parting = new()
    {
        ["zone"] = (Least, new SpectrumEventsArguments("f" + Zone[1..], SpectrumTimeDelta.Hour)),
        ["interval"] = (Least, new SpectrumEventsArguments(Zone, SpectrumTimeDelta.Day)),
        ["dimensions"] = (Least, Least with { Dimensions = [SpectrumDimension.Event] }),
        ["metrics"] = (Least, Least with { Metrics = [SpectrumMetric.BytesEgress] }),
        ["filter"] = (Least, Least with { Filters = "event==connect" }),
        ["value case"] = (Least with { Filters = "coloName==SFO" }, Least with { Filters = "coloName==sfo" }),
        ["start"] = (Least, Least with { Since = Noon }),
        ["open and absolute end"] = (Least with { Since = Noon }, Least with { Since = Noon, Until = Noon.AddHours(6) }),
        ["a fraction of a second"] = (Least with { Since = Noon }, Least with { Since = Noon.AddTicks(1) }),
        ["sort order"] = (
            Least with { Dimensions = [SpectrumDimension.Event], Sort = [Sorts.CountAsc, Sorts.EventAsc] },
            Least with { Dimensions = [SpectrumDimension.Event], Sort = [Sorts.EventAsc, Sorts.CountAsc] }),
        ["sort direction"] = (Least with { Sort = [Sorts.CountAsc] }, Least with { Sort = [Sorts.CountDesc] }),
        ["limit"] = (Least, Least with { Limit = 10 }),
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Requests_that_ask_for_the_same_are_equal(string what)
    {
        var (left, right) = (Create(Meeting[what].Item1), Create(Meeting[what].Item2));
        left.CallAt(Noon).ShouldBe(right.CallAt(Noon));
        left.Key.ShouldBe(right.Key);
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void Requests_that_ask_for_something_else_are_not(string what) =>
        Create(Parting[what].Item1).Key.ShouldNotBe(Create(Parting[what].Item2).Key);
}
