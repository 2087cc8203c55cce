using Gateway.Caching;
using Gateway.Sandbox;
using Gateway.Tests.Spectrum;
using Gateway.Upstream;

namespace Gateway.Tests.Caching;

public abstract partial class CacheBehaviour
{
    [Theory]
    [InlineData(SandboxCredentials.Unauthorized, "Unauthenticated", 10000, 60)]
    [InlineData(SandboxCredentials.Malformed, "Unauthenticated", 6003, 60)]
    [InlineData(SandboxCredentials.Forbidden, "Forbidden", 9109, 10)]
    public async Task A_refused_token_costs_one_call_in_a_minute_or_in_ten_seconds_for_each_endpoint_and_zone(
        string token, string kind, int code, int heldFor)
    {
        for (var second = 0; second < 3 * heldFor; second++)
        {
            // Being asked again and again does not lengthen it.
            Expect(await Gateway.SpectrumAsync(token));
            Expect(await Gateway.SpectrumAsync(token, Another));
            Expect(await Gateway.SpectrumAsync(token, noCache: true));
            Calls.ShouldBe(1 + (second / heldFor));
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
        await gateway.SpectrumAsync(SandboxCredentials.Forbidden);
        await gateway.SpectrumAsync(SandboxCredentials.Forbidden);
        Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_was_granted_somewhere_is_asked_again_after_ten_seconds()
    {
        (await Gateway.RadarAsync(Token)).ShouldSucceed();
        RefuseCredential();
        (await Gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull();
        Time.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        (await OutcomeOf(Gateway.SpectrumAsync(Token))).ShouldBe((null, FailureKind.Unauthenticated));
        Time.Advance(TimeSpan.FromTicks(1));
        (await Gateway.SpectrumAsync(Token)).ShouldSucceed();
        Calls.ShouldBe(3);
    }

    [Fact]
    public async Task A_2xx_to_a_call_that_began_before_a_refusal_grants_nothing()
    {
        // The first call is answered late, the second is refused: served in this order, whenever they arrive.
        Sandbox.Serve(SandboxEndpoint.Bytime, SandboxCredentials.Slow);
        RefuseCredential();
        var early = Gateway.SpectrumAsync(Token, Settled);
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 1, TestContext.Current.CancellationToken);
        Time.Advance(TimeSpan.FromSeconds(1));
        (await Gateway.SpectrumAsync(Token, Another)).Failure.ShouldNotBeNull();
        Sandbox.ReleaseSlowAnswers();
        (await early).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Miss);
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((null, FailureKind.Unauthenticated));
        Calls.ShouldBe(2);
    }
}
