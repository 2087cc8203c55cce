using Gateway.Caching;
using Gateway.Radar;
using Gateway.Upstream.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests.Radar;

public class RadarServicesTests
{
    [Fact]
    public void One_service_serves_all_requests()
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddCloudflare(new ConfigurationBuilder().Build())
            .AddCaching(new ConfigurationBuilder().Build())
            .AddRadar()
            .BuildServiceProvider(validateScopes: true);

        services.GetRequiredService<RadarService>().ShouldBeSameAs(services.GetRequiredService<RadarService>());
    }
}
