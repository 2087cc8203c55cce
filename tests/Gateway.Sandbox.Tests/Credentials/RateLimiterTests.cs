using Microsoft.Extensions.Time.Testing;

namespace Gateway.Sandbox.Tests.Credentials;

public sealed class RateLimiterTests
{
    private const string One = "one-token";
    private const string Other = "another-token";

    private static readonly string Bytime = SandboxClient.BytimePath() + "?time_delta=hour";

    private readonly FakeTimeProvider _clock = new(SharedSandbox.Now);

    [Fact]
    public async Task Every_answer_counts_down_over_both_endpoints_together()
    {
        await using var host = await StartAsync(limit: 1200);
        using var client = new SandboxClient(host);

        (await AskAsync(client, Bytime, One)).ShouldBe((200, "\"default\";r=1199;t=300", null));
        _clock.Advance(TimeSpan.FromSeconds(10.5));
        (await AskAsync(client, SandboxClient.CtPath, One)).ShouldBe((200, "\"default\";r=1198;t=290", null));
        (await AskAsync(client, "elsewhere", One)).ShouldBe((404, "\"default\";r=1197;t=290", null));
        (await AskAsync(client, Bytime, Other)).ShouldBe((200, "\"default\";r=1199;t=300", null));
    }

    [Fact]
    public async Task The_call_after_the_last_blocks_the_credential_alone_for_five_minutes()
    {
        await using var host = await StartAsync(limit: 3);
        using var client = new SandboxClient(host);
        for (var left = 2; left >= 0; left--)
            (await AskAsync(client, Bytime, One)).ShouldBe((200, $"\"default\";r={left};t=300", null));

        _clock.Advance(TimeSpan.FromMinutes(4));
        (await AskAsync(client, Bytime, One)).ShouldBe((429, "\"default\";r=0;t=300", "300"));
        _clock.Advance(TimeSpan.FromMinutes(4));
        (await AskAsync(client, SandboxClient.CtPath, One)).ShouldBe((429, "\"default\";r=0;t=60", "60"));
        (await AskAsync(client, SandboxClient.CtPath, Other)).ShouldBe((200, "\"default\";r=2;t=300", null));
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await AskAsync(client, Bytime, One)).ShouldBe((200, "\"default\";r=2;t=300", null));
    }

    [Fact]
    public async Task Who_keeps_within_a_window_starts_the_next_with_all_of_it()
    {
        await using var host = await StartAsync(limit: 3);
        using var client = new SandboxClient(host);
        await AskAsync(client, Bytime, One);
        await AskAsync(client, Bytime, One);

        _clock.Advance(TimeSpan.FromMinutes(5));

        (await AskAsync(client, Bytime, One)).ShouldBe((200, "\"default\";r=2;t=300", null));
    }

    [Fact]
    public async Task Calls_at_once_get_no_more_than_the_quota()
    {
        await using var host = await StartAsync(limit: 10);
        using var client = new SandboxClient(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => AskAsync(client, Bytime, One)));

        answers.Count(answer => answer.Status == 200).ShouldBe(10);
        answers.Count(answer => answer.Status == 429).ShouldBe(20);
    }

    [Fact]
    public async Task The_policy_says_the_quota_and_the_window()
    {
        await using var host = await StartAsync(limit: 7, TimeSpan.FromSeconds(20));
        using var client = new SandboxClient(host);
        using var response = await client.GetAsync(Bytime);
        response.Headers.GetValues("Ratelimit-Policy").ShouldBe(["\"default\";q=7;w=20"]);
        response.Headers.GetValues("Ratelimit").ShouldBe(["\"default\";r=6;t=20"]);
    }

    [Fact]
    public async Task A_limit_of_zero_is_none()
    {
        await using var host = await StartAsync(limit: 0);
        using var client = new SandboxClient(host);
        for (var i = 0; i < 3; i++)
            (await AskAsync(client, SandboxClient.CtPath, One)).ShouldBe((200, "\"default\";r=1200;t=300", null));
    }

    [Fact]
    public async Task Whoever_has_no_credential_uses_up_nobodys_quota()
    {
        await using var host = await StartAsync(limit: 1);
        using var client = new SandboxClient(host);
        for (var i = 0; i < 3; i++)
            (await AskAsync(client, Bytime, token: null)).ShouldBe((400, "\"default\";r=1;t=300", null));
    }

    [Fact]
    public async Task An_answer_laid_out_goes_out_beyond_the_limit_too()
    {
        await using var host = await StartAsync(limit: 1);
        using var client = new SandboxClient(host);
        await AskAsync(client, Bytime, One);
        host.Serve(SandboxEndpoint.Bytime, 204, null, "");

        (await AskAsync(client, Bytime, One)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task An_impossible_limit_is_refused_at_start() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => StartAsync(limit: -1));

    private Task<SandboxHost> StartAsync(int limit, TimeSpan? window = null)
    {
        var options = new SandboxOptions { Time = _clock, RateLimit = limit };
        return SandboxServer.StartAsync(
            window is { } length ? options with { RateLimitWindow = length } : options, TestContext.Current.CancellationToken);
    }

    private static async Task<(int Status, string Ratelimit, string? RetryAfter)> AskAsync(SandboxClient client, string path, string? token)
    {
        using var response = await client.GetAsync(path, token);
        return (
            (int)response.StatusCode,
            response.Headers.GetValues("Ratelimit").Single(),
            response.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null);
    }
}
