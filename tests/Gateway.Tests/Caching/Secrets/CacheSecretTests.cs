using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Caching.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Caching.Secrets;

public sealed class CacheSecretTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(100, 32).Select(number => (byte)number)];
    private static readonly string Hex = Convert.ToHexString(Bytes);

    [Fact]
    public void Hex_and_base64_of_the_same_bytes_are_the_same_secret()
    {
        var keys = new[] { Hex, Hex.ToLowerInvariant(), Convert.ToBase64String(Bytes), $" {Hex}\n" }
            .Select(text => Convert.ToHexString(Resolve(("Cache:Secret", text)).Current.Fingerprint));
        keys.Distinct().ShouldBe([Convert.ToHexString(new CacheSecret(Bytes).Current.Fingerprint)]);
    }

    [Fact]
    public void Every_use_has_a_key_of_its_own()
    {
        var keys = new CacheSecret(Bytes).Current;
        new[] { Bytes, keys.Fingerprint, keys.Encryption }
            .Select(Convert.ToHexString).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Without_a_secret_one_is_made_up() =>
        Resolve().Current.Fingerprint.ShouldNotBe(Resolve().Current.Fingerprint);

    [Fact]
    public void The_previous_secret_is_known_beside_the_new_one()
    {
        var old = Resolve(("Cache:Secret", Hex));
        var rolled = Resolve(("Cache:Secret", Convert.ToHexString(new byte[40])), ("Cache:PreviousSecret", Hex));
        rolled.Previous!.Fingerprint.ShouldBe(old.Current.Fingerprint);
        rolled.Current.Fingerprint.ShouldNotBe(old.Current.Fingerprint);
        rolled.Find(old.Current.Id).ShouldBe(rolled.Previous);
        old.Previous.ShouldBeNull();
        Resolve(("Cache:Secret", Hex), ("Cache:PreviousSecret", Hex)).Previous.ShouldBeNull();
    }

    [Fact]
    public void Redis_demands_a_secret_by_name() =>
        Should.Throw<OptionsValidationException>(() => Resolve(("Redis:ConnectionString", "localhost"))).Message.ShouldContain("Cache:Secret");

    [Theory]
    [InlineData("Cache:Secret")]
    [InlineData("Cache:PreviousSecret")]
    public void A_secret_that_is_malformed_or_short_is_named_and_never_shown(string setting)
    {
        foreach (var bad in new[] { "no-secret-at-all-but-a-sentence-of-some-length", Hex[..62], Convert.ToBase64String(Bytes[..31]), Hex[..^1] })
        {
            (string, string)[] settings = setting == "Cache:Secret" ? [(setting, bad)] : [("Cache:Secret", Hex), (setting, bad)];
            var message = Should.Throw<OptionsValidationException>(() => Resolve(settings)).ToString();
            message.ShouldContain(setting);
            message.ShouldNotContain(bad[..8]);
        }
    }

    private static CacheSecret Resolve(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        using var services = new ServiceCollection().AddRedisCaching(configuration).AddCaching(configuration).BuildServiceProvider();
        return services.GetRequiredService<CacheSecret>();
    }
}
