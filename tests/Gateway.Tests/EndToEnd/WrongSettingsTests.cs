namespace Gateway.Tests.EndToEnd;

/// <summary>A setting that is wrong ends the process at its start, and the message names it.</summary>
public sealed class WrongSettingsTests
{
    [Theory]
    [InlineData("Cloudflare:Deadline", "00:00:00", "is not between 00:00:00.1000000 and 00:02:00")]
    [InlineData("Cloudflare:Deadline", "soon", "TimeSpan")]
    [InlineData("Cloudflare:BaseUrl", "sandbox", "is refused in Production")]
    [InlineData("Cloudflare:Retries:Max", "many", "Int32")]
    [InlineData("Cloudflare:Breaker:FailureRatio", "2", "is not between")]
    [InlineData("Cache:Radar:Scope", "Nobody", "CacheScope")]
    [InlineData("Cache:Secret", "short", "32 bytes or more is wanted")]
    [InlineData("Redis:KeyPrefix", "with space", "printable ASCII")]
    [InlineData("GraphQL:Limits:Depth", "0", "is not between 1 and 100")]
    [InlineData("GraphQL:HttpTransport", "3", "`Draft20260903`, `Draft20250508` or `Legacy` is wanted")]
    [InlineData("GraphQL:Ide", "perhaps", "Boolean")]
    [InlineData("GraphQL:TrustedDocuments:Folder", "/there/is/none", "There is no folder `/there/is/none`")]
    [InlineData("Hosting:MaxConnections", "0", "is not between 1 and 1000000")]
    [InlineData("Cors:AllowedOrigins:0", "not an origin", "not an origin")]
    public async Task The_message_names_the_setting(string key, string value, string message)
    {
        var (code, output, error) = await GatewayProcess.RunAsync("--urls=http://127.0.0.1:0", $"--{key}={value}");

        code.ShouldNotBe(0);
        error.ShouldContain(key.Split(":0")[0]);
        error.ShouldContain(message);
        output.ShouldNotContain("Now listening on");
    }

    [Fact]
    public async Task Redis_without_a_secret_in_common_is_refused() =>
        (await GatewayProcess.RunAsync("--urls=http://127.0.0.1:0", "--Redis:ConnectionString=127.0.0.1:1")).Error.ShouldContain("Cache:Secret");
}
