using System.Net;

namespace Gateway.Sandbox.Tests.Radar;

public sealed class TimeseriesParameterTests(SharedSandbox sandbox)
{
    private const string Dates = "dateStart=2026-03-01T00:00:00Z&dateEnd=2026-03-02T00:00:00Z";

    [Theory]
    [InlineData("aggInterval=5m", "aggInterval must be one of")]
    [InlineData("aggInterval=1H", "aggInterval must be one of")]
    [InlineData("aggInterval=1h&aggInterval=1d", "aggInterval may be given only once")]
    [InlineData("aggInterval=15m&dateRange=8d", "too fine")]
    [InlineData("aggInterval=1h&dateRange=73d", "too fine")]
    [InlineData("format=XML", "format must be one of")]
    [InlineData("format=JSON&format=CSV", "format may be given only once")]
    [InlineData("dateRange=", "dateRange: ''")]
    [InlineData("dateRange=0d", "dateRange: '0d'")]
    [InlineData("dateRange=365d", "dateRange: '365d'")]
    [InlineData("dateRange=53w", "dateRange: '53w'")]
    [InlineData("dateRange=24h", "dateRange: '24h'")]
    [InlineData("dateRange=07d", "dateRange: '07d'")]
    [InlineData("dateRange=7dcontrols", "dateRange: '7dcontrols'")]
    [InlineData("dateRange=7d,7dcontrol", "dateRange: '7d,7dcontrol'")]
    [InlineData("dateRange=7d&" + Dates, "dateRange cannot be combined")]
    [InlineData("dateRange=7d&dateEnd=2026-03-02T00:00:00Z", "dateRange cannot be combined")]
    [InlineData("dateStart=2026-03-01T00:00:00Z", "dateStart has 1 values and dateEnd 0")]
    [InlineData("dateEnd=2026-03-01T00:00:00Z", "dateStart has 0 values and dateEnd 1")]
    [InlineData(Dates + "&dateStart=2026-03-01T00:00:00Z", "dateStart has 2 values and dateEnd 1")]
    [InlineData("dateStart=2026-03-02T00:00:00Z&dateEnd=2026-03-01T00:00:00Z", "dateStart must not be after dateEnd")]
    [InlineData("dateStart=2026-03-01&dateEnd=2026-03-02", "dateStart: '2026-03-01'")]
    [InlineData("dateStart=2026-03-01T00:00:00&dateEnd=2026-03-02T00:00:00Z", "dateStart: '2026-03-01T00:00:00'")]
    [InlineData("dateStart=2026-03-01T00:00:00Z&dateEnd=2026-03-02T00:00:00+00:00", "dateEnd: '2026-03-02T00:00:00 00:00'")]
    [InlineData("dateRange=7d&dateRange=8d", "same duration")]
    [InlineData(Dates + "&dateStart=2026-03-03T00:00:00Z&dateEnd=2026-03-04T01:00:00Z", "same duration")]
    [InlineData(Dates + "&dateStart=2026-03-03T00:10:00Z&dateEnd=2026-03-04T00:20:00Z", "same duration")]
    [InlineData("name=meta", "name: a value must not be")]
    [InlineData("name=", "name: a value must not be")]
    [InlineData("name=a&name=b", "name has 2 values for 1 series")]
    [InlineData("dateRange=7d&dateRange=7d&name=a", "name has 1 values for 2 series")]
    [InlineData("dateRange=7d&dateRange=7d&name=a&name=a", "unique")]
    [InlineData("tld=com&log=argon2026h1", "tld cannot be combined with log")]
    [InlineData("tld=com&logApi=STATIC", "tld cannot be combined with logApi")]
    [InlineData("tld=com&logOperator=Someone", "tld cannot be combined with logOperator")]
    [InlineData("tld=com&entryType=CERTIFICATE", "tld cannot be combined with entryType")]
    [InlineData("ca=one&ca=two", "ca has 2 values for 1 series")]
    [InlineData("hasIps=true&hasIps=false", "hasIps has 2 values for 1 series")]
    [InlineData("tld=a", "tld: 'a'")]
    [InlineData("tld=COM", "tld: 'COM'")]
    [InlineData("tld=co.uk", "tld: 'co.uk'")]
    [InlineData("tld=com-", "tld: 'com-'")]
    [InlineData("tld=com%0A", "tld: 'com")]
    [InlineData("tld=a234567890123456789012345678901234567890123456789012345678901234", "tld: 'a23456")]
    [InlineData("log=LONG", "log: 'xxx")]
    [InlineData("logOperator=LONG", "logOperator: 'xxx")]
    [InlineData("hasIps=True", "hasIps: 'True'")]
    [InlineData("hasWildcards=1", "hasWildcards: '1'")]
    [InlineData("uniqueEntries=yes", "uniqueEntries: 'yes'")]
    [InlineData("duration=GT_16D_LTE_31D", "duration: 'GT_16D_LTE_31D'")]
    [InlineData("entryType=precertificate", "entryType: 'precertificate'")]
    [InlineData("entryType=", "entryType: ''")]
    [InlineData("expirationStatus=UNKNOWN", "expirationStatus: 'UNKNOWN'")]
    [InlineData("logApi=RFC9162", "logApi: 'RFC9162'")]
    [InlineData("publicKeyAlgorithm=DSA,RSA", "publicKeyAlgorithm: 'DSA,RSA'")]
    [InlineData("signatureAlgorithm=SHA_1", "signatureAlgorithm: 'SHA_1'")]
    [InlineData("validationLevel=UNKNOWN", "validationLevel: 'UNKNOWN'")]
    public async Task A_parameter_that_breaks_its_rule_is_refused(string query, string problem) =>
        (await sandbox.CtRefusalAsync(query.Replace("LONG", new string('x', 101), StringComparison.Ordinal))).ShouldContain(problem);

    [Theory]
    [InlineData("duration", "LTE_3D GT_3D_LTE_7D GT_7D_LTE_10D GT_10D_LTE_47D GT_47D_LTE_100D GT_100D_LTE_200D GT_200D")]
    [InlineData("entryType", "PRECERTIFICATE CERTIFICATE")]
    [InlineData("expirationStatus", "EXPIRED VALID")]
    [InlineData("hasIps", "true false")]
    [InlineData("hasWildcards", "true false")]
    [InlineData("logApi", "RFC6962 STATIC")]
    [InlineData("publicKeyAlgorithm", "DSA ECDSA RSA")]
    [InlineData("signatureAlgorithm", "DSA_SHA_1 DSA_SHA_256 ECDSA_SHA_1 ECDSA_SHA_256 ECDSA_SHA_384 ECDSA_SHA_512 PSS_SHA_256 PSS_SHA_384 PSS_SHA_512 "
        + "RSA_MD2 RSA_MD5 RSA_SHA_1 RSA_SHA_256 RSA_SHA_384 RSA_SHA_512")]
    [InlineData("uniqueEntries", "true false")]
    [InlineData("validationLevel", "DOMAIN ORGANIZATION EXTENDED")]
    [InlineData("ca", "24EDD4E503A8D3FDB5FFB4AF66C887359901CBE687A5A0760D10A08EED99A7C3")]
    [InlineData("caOwner", "Any%20Owner")]
    [InlineData("log", "argon2026h1")]
    [InlineData("logOperator", "Any%20Operator")]
    [InlineData("tld", "com")]
    public async Task Every_filter_takes_its_values_and_narrows_by_them(string name, string values)
    {
        var all = SharedSandbox.Values((await sandbox.CtAsync(Dates)).GetProperty("serie_0")).Sum();
        foreach (var value in values.Split(' '))
        {
            var some = SharedSandbox.Values((await sandbox.CtAsync($"{Dates}&{name}={value}")).GetProperty("serie_0")).Sum();
            some.ShouldBeInRange(1, (name, value) == ("uniqueEntries", "false") ? all : all - 1, value);
        }
    }

    [Theory]
    [InlineData("1d", "FIFTEEN_MINUTES")]
    [InlineData("7d", "ONE_HOUR")]
    [InlineData("28d", "ONE_HOUR")]
    [InlineData("32d", "ONE_DAY")]
    [InlineData("364d", "ONE_DAY")]
    public async Task Without_a_step_the_range_decides(string range, string interval) =>
        (await sandbox.CtAsync($"dateRange={range}")).GetProperty("meta").GetProperty("aggInterval").GetString().ShouldBe(interval);

    [Theory]
    [InlineData("15m", "1d", "FIFTEEN_MINUTES")]
    [InlineData("1h", "7d", "ONE_HOUR")]
    [InlineData("1h", "28d", "ONE_HOUR")]
    [InlineData("1d", "24w", "ONE_DAY")]
    [InlineData("1w", "52w", "ONE_WEEK")]
    public async Task A_step_that_the_range_allows_is_taken(string step, string range, string interval) =>
        (await sandbox.CtAsync($"aggInterval={step}&dateRange={range}")).GetProperty("meta").GetProperty("aggInterval").GetString().ShouldBe(interval);

    // Now is 2026-03-18T10:37:42Z, on the grid 10:30.
    [Theory]
    [InlineData("1d", "2026-03-17T10:30:00Z", "2026-03-18T10:30:00Z")]
    [InlineData("7dcontrol", "2026-03-04T10:30:00Z", "2026-03-11T10:30:00Z")]
    [InlineData("7dControl", "2026-03-04T10:30:00Z", "2026-03-11T10:30:00Z")]
    [InlineData("1wcontrol", "2026-03-04T10:30:00Z", "2026-03-11T10:30:00Z")]
    [InlineData("10dcontrol", "2026-02-22T10:30:00Z", "2026-03-04T10:30:00Z")]
    [InlineData("1dcontrol", "2026-03-10T10:30:00Z", "2026-03-11T10:30:00Z")]
    public async Task A_relative_range_is_a_window_on_the_grid(string range, string start, string end)
    {
        var query = range.Contains('1', StringComparison.Ordinal) && !range.StartsWith("10", StringComparison.Ordinal) ? "&aggInterval=15m" : "";
        var window = (await sandbox.CtAsync($"dateRange={range}{query}")).GetProperty("meta").GetProperty("dateRange")[0];
        window.GetProperty("endTime").GetString().ShouldBe(end);
        window.GetProperty("startTime").GetString().ShouldBe(query.Length > 0 ? start : start.Replace(":30:", ":00:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-03-01T00:07:11Z")]
    [InlineData("2026-03-01T01:07:11.5%2B01:00")]
    [InlineData("2026-02-28T20%3A07%3A11.123456-04%3A00")]
    public async Task Explicit_dates_are_floored_to_the_grid(string start)
    {
        var window = (await sandbox.CtAsync($"dateStart={start}&dateEnd=2026-03-01T06:29:59.999Z")).GetProperty("meta").GetProperty("dateRange")[0];
        window.GetProperty("startTime").GetString().ShouldBe("2026-03-01T00:00:00Z");
        window.GetProperty("endTime").GetString().ShouldBe("2026-03-01T06:15:00Z");
    }

    [Fact]
    public async Task Windows_that_are_equal_after_flooring_are_one_duration() =>
        await sandbox.CtAsync(Dates + "&dateStart=2026-03-03T00:01:00Z&dateEnd=2026-03-04T00:14:00Z");

    [Fact]
    public async Task Ranges_of_one_duration_may_be_spelled_differently() => await sandbox.CtAsync("dateRange=7d&dateRange=1w&dateRange=7dcontrol");

    [Fact]
    public async Task Unknown_parameters_are_ignored() =>
        await sandbox.CtAsync("normalization=PERCENTAGE&limitPerGroup=5&daterange=nonsense&location=PT");

    [Fact]
    public async Task More_than_the_maximum_cost_is_422_with_2002()
    {
        var ranges = string.Join('&', Enumerable.Repeat("dateRange=7d", 300));
        var (status, body) = await sandbox.Client.GetJsonAsync($"{SandboxClient.CtPath}?aggInterval=15m&{ranges}");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.GetProperty("errors")[0].GetProperty("code").GetInt32().ShouldBe(2002);
    }
}
