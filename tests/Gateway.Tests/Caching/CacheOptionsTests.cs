using Gateway.Caching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Caching;

public sealed class CacheOptionsTests
{
    [Fact]
    public void Defaults_hold()
    {
        var options = Read();
        (options.AuthorizationLease, options.AuthorizationGrace, options.MemoryBytes)
            .ShouldBe((TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(15), 64 << 20));
        options.RefusedCredentialTime.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("AuthorizationLease", "00:00:00.9")]
    [InlineData("AuthorizationLease", "00:10:01")]
    [InlineData("AuthorizationGrace", "-00:00:01")]
    [InlineData("AuthorizationGrace", "1.00:00:01")]
    [InlineData("RefusedCredentialTime", "-00:00:01")]
    [InlineData("RefusedCredentialTime", "00:01:01")]
    [InlineData("MemoryBytes", "4194303")]
    public void What_is_out_of_bounds_is_refused_by_name(string name, string value) =>
        Should.Throw<OptionsValidationException>(() => Read((name, value))).Message.ShouldContain($"Cache:{name}");

    private static CacheOptions Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Cache:{setting.Name}", (string?)setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddCaching(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<CacheOptions>>().Value;
    }
}
