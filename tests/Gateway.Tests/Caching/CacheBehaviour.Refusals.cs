using Gateway.Cloudflare;
using Gateway.Sandbox;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.Caching;

public abstract partial class CacheBehaviour
{
    [Theory]
    [InlineData(SandboxCredentials.Unauthorized, "Unauthenticated", 10000)]
    [InlineData(SandboxCredentials.Malformed, "Unauthenticated", 6003)]
    [InlineData(SandboxCredentials.Forbidden, "Forbidden", 9109)]
    public async Task A_made_up_token_costs_one_call_in_ten_seconds_for_each_endpoint_and_zone(string token, string kind, int code)
    {
        for (var second = 0; second < 30; second++)
        {
            // Being asked again and again does not lengthen it.
            Expect(await Gateway.SpectrumAsync(token));
            Expect(await Gateway.SpectrumAsync(token, Another));
            Expect(await Gateway.SpectrumAsync(token, noCache: true));
            Calls.ShouldBe(1 + (second / 10));
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await Gateway.SpectrumAsync(OtherToken)).ShouldSucceed();
        Calls.ShouldBe(4);
        Expect(await Gateway.RadarAsync(token));
        Expect(await Gateway.RadarAsync(token, noCache: true));
        Calls.ShouldBe(5);
        Expect(await Gateway.SpectrumAsync(token));
        Expect(await Gateway.SpectrumAsync(token, new("f" + Requests.Zone[1..], Requests.Least.TimeDelta)));
        Expect(await Gateway.SpectrumAsync(token, new("f" + Requests.Zone[1..], Requests.Least.TimeDelta)));
        Calls.ShouldBe(7);

        void Expect<T>(Result<T> result)
            where T : class
        {
            var failure = result.Failure.ShouldNotBeNull();
            (failure.Kind.ToString(), failure.Cloudflare?.Errors[0].Code).ShouldBe((kind, code));
        }
    }

    [Fact]
    public async Task For_how_long_a_refused_credential_is_held_is_a_setting()
    {
        await using var gateway = Start(("Cache:RefusedCredentialTime", "00:00:00"));
        await gateway.SpectrumAsync(SandboxCredentials.Unauthorized);
        await gateway.SpectrumAsync(SandboxCredentials.Unauthorized);
        Calls.ShouldBe(2);
    }
}
