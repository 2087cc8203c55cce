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
            .Select(text => Convert.ToHexString(Resolve(("Cache:Secret", text)).FingerprintKey));
        keys.Distinct().ShouldBe([Convert.ToHexString(new CacheSecret(Bytes).FingerprintKey)]);
    }

    [Fact]
    public void Every_use_has_a_key_of_its_own()
    {
        var keys = new CacheSecret(Bytes).Current;
        new[] { Bytes, keys.Fingerprint.ToArray(), keys.Encryption.ToArray(), keys.Announcement.ToArray() }
            .Select(Convert.ToHexString).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Without_a_secret_one_is_made_up()
        => Resolve().FingerprintKey.SequenceEqual(Resolve().FingerprintKey).ShouldBeFalse();

    [Fact]
    public void The_previous_secret_is_known_beside_the_new_one()
    {
        var old = Resolve(("Cache:Secret", Hex));
        var rolled = Resolve(("Cache:Secret", Convert.ToHexString(new byte[40])), ("Cache:PreviousSecret", Hex));
        rolled.PreviousFingerprintKey.SequenceEqual(old.FingerprintKey).ShouldBeTrue();
        rolled.FingerprintKey.SequenceEqual(old.FingerprintKey).ShouldBeFalse();
        rolled.Find(old.Current.Id).ShouldBe(rolled.Previous);
        old.PreviousFingerprintKey.IsEmpty.ShouldBeTrue();
        Resolve(("Cache:Secret", Hex), ("Cache:PreviousSecret", Hex)).Previous.ShouldBeNull();
    }

    [Fact]
    public void Redis_demands_a_secret_by_name()
        => Should.Throw<OptionsValidationException>(() => Resolve(("Redis:ConnectionString", "localhost"))).Message.ShouldContain("Cache:Secret");

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

    [Theory]
    [InlineData("Redis:ConnectionString", "password=very-secret")]
    [InlineData("Redis:ConnectionString", "localhost,nonsense=very-secret")]
    [InlineData("Redis:OperationTimeout", "00:00:00")]
    [InlineData("Redis:OperationTimeout", "00:01:00")]
    [InlineData("Redis:BreakAfter", "0")]
    [InlineData("Redis:ProbeInterval", "00:00:00.010")]
    [InlineData("Redis:QueueLength", "0")]
    [InlineData("Redis:QueueBytes", "10")]
    [InlineData("Redis:MaxValueBytes", "100000000")]
    public void Options_of_Redis_are_held_to_their_bounds(string setting, string value)
    {
        using var services = Services(("Redis:ConnectionString", "localhost"), ("Cache:Secret", Hex), (setting, value));
        var message = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<RedisOptions>>().Value).ToString();
        message.ShouldContain(setting);
        message.ShouldNotContain("very-secret");
    }

    private static CacheSecret Resolve(params (string Key, string Value)[] settings)
    {
        using var services = Services(settings);
        return services.GetRequiredService<CacheSecret>();
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        return new ServiceCollection().AddRedisCaching(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).BuildServiceProvider();
    }
}
