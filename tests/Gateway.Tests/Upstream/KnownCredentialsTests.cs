using Gateway.Caching;
using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Upstream;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream;

public sealed class KnownCredentialsTests
{
    [Fact]
    public void A_credential_is_known_to_the_API_of_its_2xx_for_a_while()
    {
        var time = new FakeTimeProvider(TestClient.Now);
        var known = TestClient.Known(time);
        var credential = TestClient.Caller.Fingerprint;
        known.Contains(credential).ShouldBeFalse();

        known.Add(RadarApi.Api, credential);
        IsKnown().ShouldBe((true, false, true));
        time.Advance(TimeSpan.FromMinutes(14));
        known.Add(RadarApi.Api, credential);
        time.Advance(TimeSpan.FromMinutes(15));
        IsKnown().ShouldBe((true, false, true));
        time.Advance(TimeSpan.FromTicks(1));
        IsKnown().ShouldBe((false, false, false));

        (bool Radar, bool Spectrum, bool Any) IsKnown() =>
            (known.Contains(RadarApi.Api, credential), known.Contains(SpectrumApi.Api, credential), known.Contains(credential));
    }

    [Theory]
    [InlineData("00:15:00", 900)]
    [InlineData("00:00:00", 60)]
    public void A_2xx_counts_for_the_grace_and_at_least_for_the_lease(string grace, int seconds)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Cache:AuthorizationGrace", grace), new("Cache:AuthorizationLease", "00:01:00")])
            .Build();
        using var services = new ServiceCollection().AddCaching(configuration).BuildServiceProvider();

        services.GetRequiredService<IOptions<KnownCredentialsOptions>>().Value.Period.TotalSeconds.ShouldBe(seconds);
    }
}
