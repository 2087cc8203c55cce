namespace Gateway.GraphQL.Generators.Tests;

public sealed class NamesTests
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
    public void Members_become_camel_case(string name, string expected) => Names.CamelCase(name).ShouldBe(expected);

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
    public void Enum_values_become_upper_snake_case(string name, string expected) => Names.UpperSnakeCase(name).ShouldBe(expected);

    [Theory]
    [InlineData("string GetPlain() => \"\"", "plain")]
    [InlineData("Task<string> GetThingAsync() => null!", "thing")]
    [InlineData("Task<string> RunAsync() => null!", "run")]
    [InlineData("string Async() => \"\"", "async")]
    [InlineData("string SyncAsync() => \"\"", "syncAsync")]
    [InlineData("string Get() => \"\"", "get")]
    [InlineData("string Getter() => \"\"", "ter")]
    [InlineData("string GETUpper() => \"\"", "getUpper")]
    [InlineData("string getLower() => \"\"", "getLower")]
    [InlineData("ValueTask<string> GetAsync() => default", "async")]
    [InlineData("string FetchAsync => \"\"", "fetchAsync")]
    [InlineData("string GetProp => \"\"", "getProp")]
    [InlineData("[GraphQLName(\"Renamed_By_Attribute\")] string Original => \"\"", "Renamed_By_Attribute")]
    public void Methods_lose_get_and_async_and_properties_keep_them(string member, string expected)
    {
        var attribute = member.StartsWith('[') ? member[..(member.IndexOf(']', StringComparison.Ordinal) + 1)] : "";
        var generation = new Generation($"[QueryType] internal static partial class Queries {{ {attribute} public static {member[attribute.Length..]}; }}");
        generation["QueriesExtension"].ShouldContain($"\"{expected}\",");
    }

    [Fact]
    public void Types_are_named_after_their_use()
    {
        var generation = new Generation("""
            [QueryType]
            internal static partial class Queries
            {
                public static int F(Range a, SpanInput b) => 1;

                public static Pair<string, Pair<int, bool>>? Pair => null;
            }

            internal sealed record Range(int A);

            internal sealed record SpanInput(int A);

            internal sealed record Pair<T, TOther>(T First, TOther Second);
            """);
        generation["RangeBinding"].ShouldContain("\"RangeInput\"");
        generation["SpanInputBinding"].ShouldContain("\"SpanInput\"");
        generation["PairOfStringAndPairOfInt32AndBooleanDefinition"].ShouldContain("\"PairOfStringAndPairOfInt32AndBoolean\"");
    }
}
