using System.Text;
using Gateway.Caching;
using Gateway.Sandbox;
using Gateway.Sandbox.Faults;
using Gateway.Tests.Spectrum;
using Gateway.Upstream;

namespace Gateway.Tests.Caching;

public abstract partial class CacheBehaviour
{
    private const string Page = "<html><body>Just a moment...</body></html>";

    public static TheoryData<int, string, string, string> NoVerdicts => new()
    {
        { 403, "text/html", Page, "" },
        { 401, "text/html", Page, "" },
        { 404, "text/html", Page, "" },
        { 403, "text/plain", "error code: 1020", "" },
        { 403, "application/json", """{"success":false,"errors":[{"code":9109,"message":"no"}]}""", "challenge" },
    };

    [Theory]
    [MemberData(nameof(NoVerdicts))]
    public async Task What_is_not_the_APIs_answer_neither_renews_nor_ends_a_lease(int status, string type, string body, string mitigated)
    {
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed();
        var lease = LeaseOf(Token).ShouldNotBeNull();
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(44));
        Serve(status, body, times: 10_000, type, ("Cf-Mitigated", mitigated));

        (await OutcomeOf(Gateway.SpectrumAsync(Token, Another))).ShouldBe((null, FailureKind.UpstreamUnavailable));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
        LeaseOf(Token).ShouldBeSameAs(lease);
        lease.GrantedFrom.ShouldBe(Noon);

        // The grace counts from the last 2xx.
        Time.Advance(TimeSpan.FromSeconds(60));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Stale, null));
        Time.Advance(TimeSpan.FromMinutes(15));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((null, FailureKind.UpstreamUnavailable));

        // Nothing of it is a refusal that is repeated.
        Sandbox.Restore(SandboxEndpoint.Bytime);
        Time.Advance(TimeSpan.FromSeconds(2));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task A_code_of_throttling_under_another_status_cools_down()
    {
        Serve(
            400,
            """{"success":false,"errors":[{"code":971,"message":"Please wait and consider throttling your request speed"}]}""",
            times: 1,
            "application/json",
            ("Retry-After", "20"),
            ("Ratelimit", ""));
        var limited = (await Gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull();
        (limited.Kind, limited.RetryAfterSeconds, limited.Cloudflare?.Status).ShouldBe((FailureKind.RateLimited, 20, 400));

        Time.Advance(TimeSpan.FromSeconds(19));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Another))).ShouldBe((null, FailureKind.RateLimited));
        Calls.ShouldBe(1);
        (await Gateway.SpectrumAsync(OtherToken, Another)).ShouldSucceed();
        Time.Advance(TimeSpan.FromSeconds(1));
        (await Gateway.SpectrumAsync(Token, Another)).ShouldSucceed();
        Calls.ShouldBe(3);
    }

    [Fact]
    public async Task A_failure_that_says_when_it_is_over_is_repeated_until_then()
    {
        Serve(503, "{}", times: 10_000, "application/json", ("Retry-After", "20"));
        for (var second = 0; second < 20; second++)
        {
            var failure = (await Gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull();
            (failure.Kind, failure.RetryAfterSeconds, Calls).ShouldBe((FailureKind.UpstreamUnavailable, 20 - second, 1));
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        await Gateway.SpectrumAsync(Token);
        Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Who_goes_past_the_cache_after_it_waited_for_another_fetch_has_no_second_deadline()
    {
        const string OneToken = SandboxCredentials.Everything;
        var another = Settled with { Limit = 7 };
        await using var gateway = Start(("Cloudflare:AttemptTimeout", "00:00:14"));
        (await gateway.SpectrumAsync(OneToken, Settled)).ShouldSucceed();
        (await gateway.SpectrumAsync(OneToken, another)).ShouldSucceed();
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(61));
        Sandbox.Serve(SandboxEndpoint.Bytime, SandboxCredentials.Slow, times: 2);
        var check = gateway.SpectrumAsync(OneToken, Settled);
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 3, TestContext.Current.CancellationToken);
        var waiting = gateway.SpectrumAsync(OneToken, another);
        await Redis.Eventually.IsAsync(() => gateway.WaitingForCheck(OneToken) == 1);
        var past = gateway.SpectrumAsync(OneToken, another, noCache: true);
        Time.Advance(TimeSpan.FromSeconds(6));
        Sandbox.ReleaseSlowAnswers();
        (await check).ShouldSucceed();
        (await waiting).ShouldSucceed();
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 4, TestContext.Current.CancellationToken);

        // Of the deadline of 15 seconds, six are gone. Older data stands in for the call that then ends.
        Time.Advance(TimeSpan.FromSeconds(9));
        (await OutcomeOf(past.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken))).ShouldBe((CacheStatus.Stale, null));
    }

    private void Serve(int status, string body, int times, string contentType, params (string Name, string Value)[] headers)
    {
        foreach (var endpoint in (ReadOnlySpan<SandboxEndpoint>)[SandboxEndpoint.Bytime, SandboxEndpoint.CtTimeseries])
        {
            Sandbox.Serve(
                endpoint,
                new ServedAnswer(status, contentType, Encoding.UTF8.GetBytes(body)) { Headers = headers.ToDictionary(header => header.Name, header => header.Value) },
                times);
        }
    }
}
