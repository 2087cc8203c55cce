using System.Text;
using Gateway.Caching.Redis;
using Gateway.Upstream;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Caching.Redis;

public sealed class RedisKeysTests
{
    private const string Cloudflare = "https://api.cloudflare.com/client/v4";

    [Fact]
    public void A_key_is_the_prefix_the_version_the_upstream_and_the_digest() =>
        Name("gw:", Cloudflare).ShouldBe("gw:6:11b159d41dd90aaf:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");

    [Theory]
    [InlineData(Cloudflare + "/")]
    [InlineData("HTTPS://API.Cloudflare.com:443/client/v4")]
    public void One_upstream_written_in_two_ways_is_one(string baseUrl) => Name("gw:", baseUrl).ShouldBe(Name("gw:", Cloudflare));

    [Fact]
    public void Prefixes_and_upstreams_never_meet() =>
        new[] { Name("gw:", Cloudflare), Name("gw:6:", Cloudflare), Name("", Cloudflare), Name("gw:", Cloudflare + "/v5"), Name("gw:", "http://api.cloudflare.com/client/v4") }
            .Distinct().Count().ShouldBe(5);

    private static string Name(string prefix, string baseUrl) => Encoding.ASCII.GetString(new RedisKeys(
        Options.Create(new RedisOptions { KeyPrefix = prefix }), Options.Create(new CloudflareOptions { BaseUrl = baseUrl })).Of(Entries.Key("a")));
}
