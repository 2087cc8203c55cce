using System.Reflection;
using Gateway.GraphQL.Inference;

namespace Gateway.GraphQL.Tests.Inference;

public sealed class NamingConventionsTests
{
    [Theory]
    [InlineData("IPAddress", "ipAddress")]
    [InlineData("IP", "ip")]
    [InlineData("ID", "id")]
    [InlineData("Id2", "id2")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("HTTPStatusCode", "httpStatusCode")]
    [InlineData("Field2Name", "field2Name")]
    [InlineData("XForwardedFor", "xForwardedFor")]
    [InlineData("A1", "a1")]
    [InlineData("ABTest", "abTest")]
    [InlineData("ASN", "asn")]
    [InlineData("JA3Hash", "ja3Hash")]
    [InlineData("snake_case", "snake_case")]
    [InlineData("Snake_Case", "snake_Case")]
    [InlineData("UPPER_CASE", "upper_CASE")]
    [InlineData("_leading", "_leading")]
    [InlineData("TLSv1_3", "tlSv1_3")]
    [InlineData("P99Latency", "p99Latency")]
    [InlineData("IOError", "ioError")]
    [InlineData("IPv4Address", "iPv4Address")]
    [InlineData("Duration90th", "duration90th")]
    [InlineData("LTE_3D", "lte_3D")]
    [InlineData("ABc", "aBc")]
    [InlineData("CtLogID", "ctLogID")]
    [InlineData("DNSSEC", "dnssec")]
    [InlineData("HTTPSOnly", "httpsOnly")]
    public void Members_become_camel_case(string name, string expected) => NamingConventions.CamelCase(name).ShouldBe(expected);

    [Theory]
    [InlineData("Duration90th", "DURATION90TH")]
    [InlineData("LTE_3D", "LTE_3D")]
    [InlineData("FifteenMinutes", "FIFTEEN_MINUTES")]
    [InlineData("AppID", "APP_ID")]
    [InlineData("Rfc6962", "RFC6962")]
    [InlineData("IPv4", "I_PV4")]
    [InlineData("IPAddress", "IP_ADDRESS")]
    [InlineData("HTTPStatus", "HTTP_STATUS")]
    [InlineData("ABC", "ABC")]
    [InlineData("a", "A")]
    [InlineData("lowerCase", "LOWER_CASE")]
    [InlineData("ColoName2", "COLO_NAME2")]
    [InlineData("X509Cert", "X509_CERT")]
    [InlineData("Http2XX", "HTTP2_XX")]
    [InlineData("snake_case_name", "SNAKE_CASE_NAME")]
    [InlineData("ALL_CAPS", "ALL_CAPS")]
    [InlineData("Mixed_CaseName", "MIXED_CASE_NAME")]
    [InlineData("Top10Percent", "TOP10_PERCENT")]
    [InlineData("ipv6Prefix", "IPV6_PREFIX")]
    [InlineData("JA3Hash", "JA3_HASH")]
    [InlineData("Y2K38Bug", "Y2_K38_BUG")]
    [InlineData("Min0Max", "MIN0_MAX")]
    [InlineData("GT_100D_LTE_200D", "GT_100D_LTE_200D")]
    public void Enum_values_become_upper_snake_case(string name, string expected) => NamingConventions.UpperSnakeCase(name).ShouldBe(expected);

    [Theory]
    [InlineData(nameof(Methods.GetPlain), "plain")]
    [InlineData(nameof(Methods.GetThingAsync), "thing")]
    [InlineData(nameof(Methods.RunAsync), "run")]
    [InlineData(nameof(Methods.Async), "async")]
    [InlineData(nameof(Methods.SyncAsync), "syncAsync")]
    [InlineData(nameof(Methods.Get), "get")]
    [InlineData(nameof(Methods.Getter), "ter")]
    [InlineData(nameof(Methods.GETUpper), "getUpper")]
    [InlineData(nameof(Methods.getLower), "getLower")]
    [InlineData(nameof(Methods.GetAsync), "async")]
    [InlineData(nameof(Methods.FetchAsync), "fetchAsync")]
    [InlineData(nameof(Methods.GetProp), "getProp")]
    [InlineData(nameof(Methods.Original), "Renamed_By_Attribute")]
    public void Methods_lose_get_and_async_and_properties_keep_them(string member, string expected) =>
        NamingConventions.OfField(typeof(Methods).GetMember(member, BindingFlags.Public | BindingFlags.Instance).Single()).ShouldBe(expected);

    [Fact]
    public void Types_are_named_after_their_use()
    {
        NamingConventions.OfInputType(typeof(Range)).ShouldBe("RangeInput");
        NamingConventions.OfInputType(typeof(RangeInput)).ShouldBe("RangeInput");
        NamingConventions.OfOutputType(typeof(List<int>)).ShouldBe("ListOfInt32");
        NamingConventions.OfOutputType(typeof(Dictionary<string, List<int>>)).ShouldBe("DictionaryOfStringAndListOfInt32");
    }

    private sealed class RangeInput;

    private sealed class Methods
    {
        public string FetchAsync => "";

        public string GetProp => "";

        [GraphQLName("Renamed_By_Attribute")]
        public string Original => "";

        public string GetPlain() => "";

        public Task<string> GetThingAsync() => Task.FromResult("");

        public Task<string> RunAsync() => Task.FromResult("");

        public string Async() => "";

        public string SyncAsync() => "";

        public string Get() => "";

        public string Getter() => "";

        public string GETUpper() => "";

#pragma warning disable IDE1006 // The name is what the test is about.
        public string getLower() => "";
#pragma warning restore IDE1006

        public ValueTask<string> GetAsync() => new("");
    }
}
