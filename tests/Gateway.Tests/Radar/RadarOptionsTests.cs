using Gateway.Radar;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Radar;

public sealed class RadarOptionsTests
{
    [Fact]
    public void Entries_are_shared_unless_the_settings_say_otherwise()
    {
        Read(null).Scope.ShouldBe(CacheScope.Shared);
        Read("Credential").Scope.ShouldBe(CacheScope.Credential);
    }

    [Fact]
    public void A_scope_that_there_is_not_is_refused_by_name() =>
        Should.Throw<OptionsValidationException>(() => Read("7")).Message
            .ShouldContain("Cache:Radar:Scope: `7` is wrong: `Shared` or `Credential` is wanted.");

    private static RadarOptions Read(string? scope)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Cache:Radar:Scope", scope)]).Build();
        var server = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddGraphQLServer().AddRadar();
        using var services = server.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<RadarOptions>>().Value;
    }
}
