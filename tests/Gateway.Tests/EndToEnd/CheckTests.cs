using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;

namespace Gateway.Tests.EndToEnd;

/// <summary><c>--check</c> prints the settings that hold, and tries what they point to.</summary>
public sealed class CheckTests
{
    private const string Password = "canary-0123456789";
    private const string Rights = "+ping +getrange +setex +unlink +info +cluster|nodes +cluster|slots +client|setname +client|id";

    private static readonly string Secret = new('5', 64);

    [Fact]
    public async Task In_a_good_world_each_line_is_ok()
    {
        RedisServer.SkipUnlessInstalled();
        await using var redis = await RedisServer.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        await GrantAsync(redis, Rights);

        var (code, lines) = await CheckAsync(sandbox.BaseUrl, redis.Address);

        lines.ShouldBe([
            "ok      DNS         127.0.0.1 is 127.0.0.1",
            $"ok      Cloudflare  {sandbox.BaseUrl} answers (status 404, HTTP/1.1) as the API does",
            $"ok      Redis       {redis.Address} answers",
            "ok      Redis       may read (GETRANGE)",
            "ok      Redis       may write (SETEX)",
            "ok      Redis       may remove (UNLINK)",
        ]);
        code.ShouldBe(0);
        sandbox.Calls.Last.ShouldHaveSingleItem().Headers.Keys.ShouldNotContain("Authorization");
        (await redis.CliAsync("DBSIZE")).ShouldBe("0");
    }

    [Fact]
    public async Task In_a_bad_one_it_says_what_fails()
    {
        RedisServer.SkipUnlessInstalled();
        await using var redis = await RedisServer.StartAsync();
        await GrantAsync(redis, Rights.Replace("+setex ", "", StringComparison.Ordinal));
        var nobody = $"http://127.0.0.1:{RedisServer.FreePort()}/client/v4";

        var (code, lines) = await CheckAsync(nobody, redis.Address);

        lines.ShouldBe([
            "ok      DNS         127.0.0.1 is 127.0.0.1",
            $"FAILED  Cloudflare  {nobody} can't be reached: {new Uri(nobody).Authority} refused the connection",
            $"ok      Redis       {redis.Address} answers",
            "ok      Redis       may read (GETRANGE)",
            "FAILED  Redis       may not write (SETEX): Authentication",
            "ok      Redis       may remove (UNLINK)",
        ]);
        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_name_without_address_and_a_Redis_that_is_away_fail_too()
    {
        var nobody = $"127.0.0.1:{RedisServer.FreePort()}";

        var (code, lines) = await CheckAsync("https://nobody.invalid/client/v4", nobody);

        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("FAILED  DNS         nobody.invalid has no address: ");
        lines[1].ShouldBe($"FAILED  Redis       {nobody} does not answer: Connection");
        code.ShouldBe(1);
    }

    /// <summary>Runs the command.</summary>
    /// <returns>The lines about connections.</returns>
    private static async Task<(int Code, string[] Lines)> CheckAsync(string baseUrl, string redis)
    {
        var (code, output, error) = await GatewayProcess.RunAsync(
            "--check", $"--Cloudflare:BaseUrl={baseUrl}", $"--Redis:ConnectionString={redis},user=gateway,password={Password}", $"--Cache:Secret={Secret}");

        error.ShouldBeEmpty();
        output.ShouldNotContain(Password);
        output.ShouldNotContain(Secret);
        var lines = output.TrimEnd().Split('\n');
        lines.ShouldContain($"* Cloudflare:BaseUrl                       {baseUrl}");
        lines.ShouldContain("* Redis:ConnectionString                   (hidden)");
        lines.ShouldContain("  Cloudflare:Deadline                      00:00:15");
        lines.ShouldContain("  GraphQL:Introspection                    false");
        return (code, [.. lines.SkipWhile(line => line.Length > 0).Skip(1)]);
    }

    private static async Task GrantAsync(RedisServer server, string rights) =>
        (await server.CliAsync(["ACL", "SETUSER", "gateway", "on", $">{Password}", "~gw:*", "-@all", .. rights.Split(' ')])).ShouldBe("OK");
}
