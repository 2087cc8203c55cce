using System.Collections;
using System.Globalization;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Upstream;

namespace Gateway.Tests.Radar;

public class CtSeriesRequestTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 2, 0, 0, TimeSpan.FromHours(2));
    private static readonly DateTimeOffset End = new(2026, 1, 2, 0, 0, 0, 500, TimeSpan.Zero);

    public static TheoryData<string> EachInput => [.. Inputs.Keys];

    // Every input of a series: in a list, in an object, and on the wire.
    private static Dictionary<string, (CtSeriesInput Series, string Wire)> Inputs => new()
    {
        ["dateRange"] = (new() { DateRange = "7dControl" }, "dateRange=7dcontrol"),
        ["dateStart and dateEnd"] = (
            new() { DateStart = Start, DateEnd = End },
            "dateStart=2026-01-01T00%3A00%3A00Z&dateEnd=2026-01-02T00%3A00%3A00Z"),
        ["ca"] = (new() { Ca = "a & b=+é" }, "ca=a%20%26%20b%3D%2B%C3%A9"),
        ["caOwner"] = (new() { CaOwner = "Owner" }, "caOwner=Owner"),
        ["duration"] = (new() { Duration = CtDuration.GT_3D_LTE_7D }, "duration=GT_3D_LTE_7D"),
        ["entryType"] = (new() { EntryType = CtEntryType.CERTIFICATE }, "entryType=CERTIFICATE"),
        ["expirationStatus"] = (
            new() { ExpirationStatus = CtExpirationStatus.VALID },
            "expirationStatus=VALID"),
        ["hasIps"] = (new() { HasIps = true }, "hasIps=true"),
        ["hasWildcards"] = (new() { HasWildcards = false }, "hasWildcards=false"),
        ["log"] = (new() { Log = "argon2024" }, "log=argon2024"),
        ["logApi"] = (new() { LogApi = CtLogApi.RFC6962 }, "logApi=RFC6962"),
        ["logOperator"] = (new() { LogOperator = "Operator" }, "logOperator=Operator"),
        ["publicKeyAlgorithm"] = (
            new() { PublicKeyAlgorithm = CtPublicKeyAlgorithm.ECDSA },
            "publicKeyAlgorithm=ECDSA"),
        ["signatureAlgorithm"] = (
            new() { SignatureAlgorithm = CtSignatureAlgorithm.RSA_SHA_256 },
            "signatureAlgorithm=RSA_SHA_256"),
        ["tld"] = (new() { Tld = "com" }, "tld=com"),
        ["uniqueEntries"] = (new() { UniqueEntries = true }, "uniqueEntries=true"),
        ["validationLevel"] = (
            new() { ValidationLevel = CtValidationLevel.EXTENDED },
            "validationLevel=EXTENDED"),
    };

    [Theory]
    [MemberData(nameof(EachInput))]
    public void Each_input_reaches_the_wire_in_its_form_from_a_list_and_from_an_object(string input)
    {
        var (series, wire) = Inputs[input];
        var lists = Lists([.. CtInput.All.Where(each => each.Property.GetValue(series) is not null)
            .Select(each => (each.Name, new[] { each.Property.GetValue(series)! }))]);

        Accept(lists).Parts.ShouldHaveSingleItem().PathAndQuery.ShouldBe("radar/ct/timeseries?name=s0&" + wire);
        Accept(series).Parts.ShouldHaveSingleItem().Key.ShouldBe(Accept(lists).Parts.ShouldHaveSingleItem().Key);
    }

    [Theory]
    [InlineData(CtAggInterval.FifteenMinutes, "15m")]
    [InlineData(CtAggInterval.OneHour, "1h")]
    [InlineData(CtAggInterval.OneDay, "1d")]
    [InlineData(CtAggInterval.OneWeek, "1w")]
    public void The_interval_reaches_the_wire_once_whatever_the_series(CtAggInterval interval, string wire)
    {
        var request = CtSeriesRequest.Create(CtQuestion.Timeseries(interval), Lists(), [new() { DateRange = "1d" }, new() { DateRange = "1dcontrol" }]).Value;

        request.ShouldNotBeNull().Parts.ShouldHaveSingleItem().PathAndQuery.ShouldBe($"radar/ct/timeseries?aggInterval={wire}&name=s0&name=s1&dateRange=1d&dateRange=1dcontrol");
    }

    [Fact]
    public void Without_arguments_there_is_one_series_of_everything()
    {
        var request = Accept(Lists());

        request.Parts.ShouldHaveSingleItem().PathAndQuery.ShouldBe("radar/ct/timeseries?name=s0");
        request.Series.Select(series => series.Label).ShouldBe(["serie_0"]);
    }

    [Fact]
    public void Several_series_go_out_by_position_as_keys_that_repeat()
    {
        var lists = Lists(("dateRange", ["7d", "7dcontrol"]), ("tld", ["com", "org"]), ("hasIps", [true, false]));

        Accept(lists).Parts.ShouldHaveSingleItem().PathAndQuery.ShouldBe(
            "radar/ct/timeseries?name=s0&name=s1&dateRange=7d&dateRange=7dcontrol&hasIps=true&hasIps=false&tld=com&tld=org");
    }

    [Fact]
    public void Series_with_other_filters_go_out_in_other_calls()
    {
        var request = Accept(
            new CtSeriesInput { DateRange = "7d", Ca = "b", HasIps = true },
            new() { DateRange = "1w", Ca = "c" },
            new() { DateRange = "7d" },
            new() { DateRange = "7dcontrol", Ca = "a" });
        request.Parts.Select(part => part.PathAndQuery).ShouldBe(
        [
            "radar/ct/timeseries?name=s0&dateRange=7d&ca=b&hasIps=true",
            "radar/ct/timeseries?name=s0&name=s1&dateRange=1w&dateRange=7dcontrol&ca=c&ca=a",
            "radar/ct/timeseries?name=s0&dateRange=7d",
        ]);
        request.Series.ShouldBe([new("serie_0", 0, 0), new("serie_1", 1, 0), new("serie_2", 2, 0), new("serie_3", 1, 1)]);
    }

    /// <summary>Every order of the same series has the same keys, and each series its own place in them.</summary>
    [Fact]
    public void The_order_of_the_series_is_in_no_key()
    {
        CtSeriesInput[] series =
        [
            new() { Name = "a", DateRange = "7d", Ca = "x" }, new() { Name = "b", DateRange = "7d", Ca = "a&ca=b" },
            new() { Name = "c", DateStart = Start, DateEnd = End }, new() { Name = "d", DateStart = Start.AddMinutes(14), DateEnd = End.AddMinutes(14) },
            new() { Name = "e", DateStart = Start.AddDays(-1), DateEnd = End.AddDays(-1) }, new() { Name = "f" }, new() { Name = "g", Tld = "com" },
        ];
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            random.Shuffle(series);
            var request = Accept(series);
            request.Series.Select(one => one.Label).ShouldBe(series.Select(one => one.Name));
            request.Parts.Select(part => part.PathAndQuery).ShouldBe(
            [
                "radar/ct/timeseries?name=s0",
                "radar/ct/timeseries?name=s0&name=s1&dateRange=7d&dateRange=7d&ca=a%26ca%3Db&ca=x",
                "radar/ct/timeseries?name=s0&name=s1&dateStart=2025-12-31T00%3A00%3A00Z&dateStart=2026-01-01T00%3A00%3A00Z"
                    + "&dateEnd=2026-01-01T00%3A00%3A00Z&dateEnd=2026-01-02T00%3A00%3A00Z",
                "radar/ct/timeseries?name=s0&tld=com",
            ], ignoreOrder: true);
            request.Series.Single(one => one.Label == "c").ShouldBe(request.Series.Single(one => one.Label == "d") with { Label = "c" });
            request.Series.Single(one => one.Label == "e").Index.ShouldBe(0);
            request.Series.Single(one => one.Label == "b").Index.ShouldBe(0);
        }
    }

    /// <summary>Values that look like other parameters.</summary>
    [Fact]
    public void Series_with_different_values_are_never_taken_for_one()
    {
        var request = Accept(
            new CtSeriesInput { DateRange = "7d", Ca = "p&caOwner=q", CaOwner = "r" }, new() { DateRange = "7d", Ca = "p", CaOwner = "q&caOwner=r" });
        request.Series.Select(series => series.Index).ShouldBe([1, 0], ignoreOrder: true);
    }

    [Theory]
    [InlineData("00:00:00", "00:00:00")]
    [InlineData("00:14:59.9999999", "00:00:00")]
    [InlineData("00:15:00", "00:15:00")]
    [InlineData("23:59:59", "23:45:00")]
    public void Dates_are_rounded_down_to_15_minutes(string time, string floored)
    {
        var day = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var asked = new CtSeriesInput
        {
            DateStart = (day + TimeSpan.Parse(time, CultureInfo.InvariantCulture)).ToOffset(TimeSpan.FromMinutes(-217)),
            DateEnd = day.AddDays(1) + TimeSpan.Parse(time, CultureInfo.InvariantCulture),
        };
        var query = Accept(asked).Parts.ShouldHaveSingleItem();
        query.Series[0].DateStart.ShouldBe(day + TimeSpan.Parse(floored, CultureInfo.InvariantCulture));
        query.Series[0].DateEnd.ShouldBe(day.AddDays(1) + TimeSpan.Parse(floored, CultureInfo.InvariantCulture));

        // The first and the last instants can be floored.
        Accept(new CtSeriesInput { DateStart = DateTimeOffset.MinValue, DateEnd = DateTimeOffset.MaxValue });
    }

    [Fact]
    public void Names_are_labels_that_no_more_reach_the_wire_than_they_tell_requests_apart()
    {
        var named = Accept(new CtSeriesInput { DateRange = "7d", Name = "now, \"really\"" }, new() { DateRange = "7dcontrol" });
        var unnamed = Accept(Lists(("dateRange", ["7d", "7dCONTROL"])));

        named.Parts.ShouldHaveSingleItem().Key.ShouldBe(unnamed.Parts.ShouldHaveSingleItem().Key);
        named.Series.Select(series => series.Label).ShouldBe(["now, \"really\"", "serie_1"]);
        unnamed.Series.Select(series => series.Label).ShouldBe(["serie_0", "serie_1"]);
    }

    [Fact]
    public void One_instant_has_one_form_and_different_inputs_have_different_ones()
    {
        Accept(new CtSeriesInput { DateStart = Start, DateEnd = End }).Parts.ShouldHaveSingleItem().Key
            .ShouldBe(Accept(new CtSeriesInput { DateStart = Start.ToUniversalTime(), DateEnd = End.ToOffset(TimeSpan.FromHours(-7)) }).Parts.ShouldHaveSingleItem().Key);
        Accept(new CtSeriesInput { DateRange = "7d" }).Parts.ShouldHaveSingleItem().Key.ShouldNotBe(Accept(new CtSeriesInput { DateRange = "1w" }).Parts.ShouldHaveSingleItem().Key);
        Accept(new CtSeriesInput { Ca = "a" }).Parts.ShouldHaveSingleItem().Key.ShouldNotBe(Accept(new CtSeriesInput { Ca = "A" }).Parts.ShouldHaveSingleItem().Key);
    }

    [Theory]
    [InlineData("1d")]
    [InlineData("364d")]
    [InlineData("1w")]
    [InlineData("52w")]
    [InlineData("7dcontrol")]
    [InlineData("52WCONTROL")]
    public void A_date_range_is_a_number_of_days_or_weeks(string range) => Accept(Lists(("dateRange", [range]))).ShouldNotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("0d")]
    [InlineData("07d")]
    [InlineData("365d")]
    [InlineData("53w")]
    [InlineData("-1d")]
    [InlineData("+1d")]
    [InlineData(" 7d")]
    [InlineData("7d ")]
    [InlineData("1h")]
    [InlineData("7")]
    [InlineData("control")]
    [InlineData("7dcontrolcontrol")]
    [InlineData("7d,7d")]
    [InlineData("٧d")]
    [InlineData("99999999999d")]
    public void Any_other_date_range_is_refused(string range)
    {
        Refuse(Lists(("dateRange", [range]))).ShouldBe(("dateRange", $"`dateRange[0]` must be {CtDateRangeSyntax.Description}."));
        Refuse(new CtSeriesInput { DateRange = range }).ShouldBe(("series", $"`series[0].dateRange` must be {CtDateRangeSyntax.Description}."));
    }

    [Fact]
    public void Lists_of_different_lengths_are_refused_with_their_names_and_lengths()
    {
        var (argument, message) = Refuse(Lists(("dateRange", ["7d", "7d"]), ("ca", ["a"]), ("tld", ["com", "org"])));

        argument.ShouldBe("ca");
        message.ShouldContain("`dateRange` has 2, `ca` has 1, `tld` has 2");
    }

    [Fact]
    public void An_empty_list_is_refused()
    {
        Refuse(Lists(("ca", []))).Argument.ShouldBe("ca");
        Refuse([]).Argument.ShouldBe("series");
    }

    [Fact]
    public void Lists_and_objects_together_are_refused()
    {
        var failure = CtSeriesRequest.Create(CtQuestion.Timeseries(null), Lists(("tld", ["com"])), [new() { DateRange = "7d" }]).Failure.ShouldNotBeNull();

        failure.Argument.ShouldBe("series");
        failure.Message.ShouldContain("`tld`");
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void At_most_20_series_are_asked_for(int count, bool isAccepted)
    {
        var series = Enumerable.Range(0, count).Select(_ => new CtSeriesInput { DateRange = "7d" }).ToArray();
        var lists = Lists(("dateRange", [.. Enumerable.Repeat("7d", count)]));

        (CtSeriesRequest.Create(CtQuestion.Timeseries(null), Lists(), series).Failure?.Argument).ShouldBe(isAccepted ? null : "series");
        (CtSeriesRequest.Create(CtQuestion.Timeseries(null), lists, null).Failure?.Argument).ShouldBe(isAccepted ? null : "dateRange");
    }

    [Fact]
    public void A_date_range_excludes_a_start_and_an_end()
    {
        Refuse(Lists(("dateRange", ["7d"]), ("dateStart", [Start]))).Argument.ShouldBe("dateRange");
        Refuse(Lists(("dateRange", ["7d"]), ("dateStart", [Start]), ("dateEnd", [End]))).Argument.ShouldBe("dateRange");
        Refuse(new CtSeriesInput { DateRange = "7d", DateEnd = End }).Message.ShouldContain("series[0].dateRange");
    }

    [Fact]
    public void A_start_and_an_end_go_together_and_in_this_order()
    {
        Refuse(Lists(("dateStart", [Start]))).ShouldBe(("dateStart", "`dateStart[0]` needs `dateEnd` beside it."));
        Refuse(Lists(("dateEnd", [End]))).ShouldBe(("dateEnd", "`dateEnd[0]` needs `dateStart` beside it."));
        Refuse(Lists(("dateStart", [End]), ("dateEnd", [Start]))).Argument.ShouldBe("dateStart");
        Accept(Lists(("dateStart", [End]), ("dateEnd", [End])));
    }

    /// <summary>Cloudflare counts series by their dates, so those without can't share a call.</summary>
    [Fact]
    public void Series_without_dates_go_out_alone_and_equal_ones_once()
    {
        Accept(Lists(("tld", ["com", "org", "com"]))).Parts.Select(part => part.PathAndQuery)
            .ShouldBe(["radar/ct/timeseries?name=s0&tld=com", "radar/ct/timeseries?name=s0&tld=org"]);
        Accept(Lists(("tld", ["com", "org", "com"]))).Series.Select(series => series.Part).ShouldBe([0, 1, 0]);
    }

    [Fact]
    public void A_top_level_domain_excludes_logs_and_entry_types()
    {
        CtSeriesInput[] others =
            [new() { Log = "x" }, new() { LogApi = CtLogApi.STATIC }, new() { LogOperator = "x" }, new() { EntryType = CtEntryType.CERTIFICATE }];
        foreach (var other in others)
        {
            Refuse(other with { Tld = "com" }).Message.ShouldStartWith("`series[0].tld` cannot stand together with `");
            Accept(other);
        }

        Refuse(new CtSeriesInput { Tld = "com" }, new() { Tld = "com", Log = "x" }).Message.ShouldStartWith("`series[1].tld` cannot stand together with `log`");
        Accept(new CtSeriesInput { Tld = "com" }, new() { Log = "x" });
        Refuse(Lists(("tld", ["com"]), ("log", ["x"]))).ShouldBe(("tld", "`tld[0]` cannot stand together with `log`."));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("a,b", "comma")]
    [InlineData("a\nb", "control")]
    [InlineData("a\0", "control")]
    [InlineData("a\ud800", "Unicode")]
    public void A_text_that_is_not_one_value_is_refused(string text, string fault)
    {
        foreach (var argument in new[] { "ca", "caOwner", "log", "logOperator" })
        {
            var refusal = Refuse(Lists((argument, [text])));
            refusal.Argument.ShouldBe(argument);
            refusal.Message.ShouldContain(fault);
        }
    }

    [Fact]
    public void A_text_has_at_most_200_characters()
    {
        Accept(Lists(("ca", [new string('x', 200)]), ("name", [new string('x', 200)])));
        Refuse(Lists(("ca", [new string('x', 201)]))).Message.ShouldContain("201");
        Refuse(Lists(("name", [new string('x', 201)]))).Argument.ShouldBe("name");
    }

    [Theory]
    [InlineData("log")]
    [InlineData("logOperator")]
    public void A_log_and_an_operator_have_at_most_100_characters(string argument)
    {
        Accept(Lists((argument, [new string('x', 100)])));
        Refuse(Lists((argument, [new string('x', 101)]))).ShouldBe(
            (argument, $"`{argument}[0]` must have at most 100 characters, and has 101."));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("xn--p1ai")]
    [InlineData("a1")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123")]
    public void A_top_level_domain_has_2_to_63_letters_digits_and_hyphens(string tld) => Accept(Lists(("tld", [tld])));

    [Theory]
    [InlineData("a")]
    [InlineData("COM")]
    [InlineData(".com")]
    [InlineData("com.")]
    [InlineData("co.uk")]
    [InlineData("-com")]
    [InlineData("com-")]
    [InlineData("c_m")]
    [InlineData("рф")]
    [InlineData("com ")]
    [InlineData("com\u200b")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void Any_other_top_level_domain_is_refused_with_what_would_be_right(string tld)
    {
        const string Rule = "must have 2 to 63 characters out of `a-z 0-9 -`, no hyphen first or last and no dot, such as `com` or `xn--p1ai`";
        Refuse(Lists(("tld", [tld]))).ShouldBe(("tld", $"`tld[0]` {Rule}."));
        Refuse(new CtSeriesInput { Tld = tld }).ShouldBe(("series", $"`series[0].tld` {Rule}."));
    }

    [Fact]
    public void Names_are_unique_and_never_meta_nor_empty()
    {
        Refuse(Lists(("name", ["a", "a"]), ("dateRange", ["7d", "7d"]))).ShouldBe(
            ("name", "`name[1]` is `a`, and series 0 has this name too: names must be unique."));
        Refuse(new CtSeriesInput { Name = "serie_1" }, new()).ShouldBe(
            ("series", "`series[1].name` is `serie_1` by default, and series 0 has this name too: names must be unique."));
        Refuse(new CtSeriesInput(), new() { Name = "serie_0" }).ShouldBe(
            ("series", "`series[1].name` is `serie_0`, and series 0 has this name too, by default: names must be unique."));
        Refuse(Lists(("name", ["meta"]))).Argument.ShouldBe("name");
        Refuse(Lists(("name", [""]))).Argument.ShouldBe("name");
        Refuse(Lists(("name", ["a\nb"]))).Argument.ShouldBe("name");
    }

    private static CtPositionalLists Lists(params (string Name, object[] Values)[] given) =>
        new([.. given.Select(list => (CtInput.All.Single(input => input.Name == list.Name), (IList)list.Values))]);

    private static CtSeriesRequest Accept(CtPositionalLists lists)
    {
        var result = CtSeriesRequest.Create(CtQuestion.Timeseries(null), lists, null);
        return result.Value.ShouldNotBeNull(result.Failure?.Message);
    }

    private static CtSeriesRequest Accept(params CtSeriesInput[] series)
    {
        var result = CtSeriesRequest.Create(CtQuestion.Timeseries(null), Lists(), series);
        return result.Value.ShouldNotBeNull(result.Failure?.Message);
    }

    private static (string? Argument, string Message) Refuse(CtPositionalLists lists) => Refused(CtSeriesRequest.Create(CtQuestion.Timeseries(null), lists, null));

    private static (string? Argument, string Message) Refuse(params CtSeriesInput[] series) => Refused(CtSeriesRequest.Create(CtQuestion.Timeseries(null), Lists(), series));

    private static (string? Argument, string Message) Refused(Result<CtSeriesRequest> result)
    {
        var failure = result.Failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.BadUserInput);
        return (failure.Argument, failure.Message);
    }
}
