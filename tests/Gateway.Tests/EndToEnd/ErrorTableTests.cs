using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Sandbox;
using Gateway.Tests.Limits;
using Snapshooter.Xunit3;

namespace Gateway.Tests.EndToEnd;

/// <summary>Every row of the table that maps failures to <c>extensions.code</c>, over real HTTP.</summary>
public sealed partial class ErrorTableTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private static int Requests;

    // Each row has a different request, because failed requests are not repeated for a while.
    private static string Spectrum =>
        $"spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, limit: {Interlocked.Increment(ref Requests)}) {{ rows }}";

    private static string Radar =>
        $"ctTimeseries(series: [{{ dateRange: \"1d\", ca: \"{Interlocked.Increment(ref Requests)}\" }}]) {{ series {{ name }} }}";

    [Fact]
    public async Task Every_code_of_the_documents_is_told_like_this()
    {
        // So many failures in a row would open the circuits, and so many guests at once would wait for each other.
        await using var app = new GatewayApp
        {
            Setup = ("Development", [("Cloudflare:Breaker:MinimumCalls", "1000")]),
        };
        await app.InitializeAsync();
        var table = new StringBuilder();
        foreach (var token in (string[])
        [
            SandboxCredentials.Unauthorized, SandboxCredentials.Invalid, SandboxCredentials.Malformed,
            SandboxCredentials.BareErrors,
            SandboxCredentials.Forbidden, SandboxCredentials.NoPermission, SandboxCredentials.OtherLocation, SandboxCredentials.CodeAsText,
            SandboxCredentials.NotFound,
            SandboxCredentials.OverCost, SandboxCredentials.SuccessFalse, SandboxCredentials.IntervalTooFine,
            SandboxCredentials.ServerError, SandboxCredentials.Unavailable, SandboxCredentials.GatewayTimeout,
            SandboxCredentials.UnavailableRetryAfter,
            SandboxCredentials.EdgeChallenge, SandboxCredentials.EdgeBlock, SandboxCredentials.NotFoundHtml,
            SandboxCredentials.RequestTimeout, SandboxCredentials.BadGatewayHtml, SandboxCredentials.CutOff, SandboxCredentials.Reset,
            SandboxCredentials.Slow,
            SandboxCredentials.NoContent, SandboxCredentials.Redirect,
            SandboxCredentials.Html200, SandboxCredentials.NotJson, SandboxCredentials.HalfJson,
        ])
        {
            Add(token, await Task.WhenAll(AskAsync(app, Spectrum, token), AskAsync(app, Radar, token)));
        }

        Add(SandboxCredentials.RateLimited, await AskAsync(app, Spectrum, SandboxCredentials.RateLimited));
        Add(SandboxCredentials.RateLimitedBadRequest, await AskAsync(app, Spectrum, SandboxCredentials.RateLimitedBadRequest));
        Add(SandboxCredentials.RateLimitedSilent, await AskAsync(app, Radar, SandboxCredentials.RateLimitedSilent));

        var calls = Calls(app);
        Add("no credential", await app.AskAsync($"{{ {Spectrum} }}", null, []), await app.AskAsync($"{{ {Radar} }}", null, []));
        Add("another scheme", await app.AskAsync($"{{ {Spectrum} }}", null, ("Authorization", "Basic eDp5")));
        Add("an address without a key", await app.AskAsync($"{{ {Spectrum} }}", null, ("X-Auth-Email", "user@example.com")));
        Add("two tokens", await app.AskAsync($"{{ {Spectrum} }}", null, ("Authorization", "Bearer a"), ("Authorization", "Bearer b")));
        Add("a wrong argument and no credential", await app.AskAsync("{ ctTimeseries(dateRange: [\"x\"]) { csv } }", null, []));
        Add("21 calls", await app.AskAsync($"{{ {string.Join(' ', Enumerable.Range(0, 21).Select(i => $"a{i}: {Spectrum}"))} }}"));
        Calls(app).ShouldBe(calls);
        Add("as many calls under way as there may be", await OverloadedAsync());
        Add("more than an answer may have", await TooLargeAsync());
        Add("large answers that nobody reads", await UnreadAsync());

        // MDox is place 0 of another answer.
        foreach (var page in (string[])["first: 51", "last: -1", "after: \"x\"", "before: \"MDox\""])
        {
            Add($"a page with {page}", await app.AskAsync($"{{ {Spectrum[..^" rows }".Length]} dataConnection({page}) {{ totalCount }} }} }}"));
        }

        Snapshot.Match(table.ToString());
        Code().Matches(table.ToString()).Select(code => code.Value).Distinct()
            .ShouldBe(DocumentedCode().Matches(Document.Read("src/docs/errors.md").Text).Select(code => code.Value), ignoreOrder: true);

        void Add(string cause, params JsonNode[] answers)
        {
            foreach (var errors in answers.SelectMany(answer => answer["errors"].ShouldNotBeNull(cause).AsArray()).GroupBy(Text))
            {
                var failed = errors.Select(error => (string?)error!["path"]?[0] ?? "the operation");
                table.Append(CultureInfo.InvariantCulture, $"{cause}: {string.Join(", ", failed)}\n{errors.Key}\n");
            }
        }

        static string Text(JsonNode? error) => string.Concat(error!["extensions"]!.AsObject()
            .Select(extension => $"  {extension.Key}: {Ray().Replace(extension.Value.Compact(), "RAY")}\n")
            .Prepend($"  {error["message"]}\n"));
    }

    /// <summary>All but the two that tell of a fault in a resolver.</summary>
    [Fact]
    public void Every_code_of_the_engine_is_in_the_documents()
    {
        var codes = typeof(GraphQL.Execution.RequestExecutor).Assembly.GetType("Gateway.GraphQL.ErrorCodes").ShouldNotBeNull().GetFields()
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(code => !code.StartsWith("EXEC_", StringComparison.Ordinal))
            .ToArray();
        codes.Length.ShouldBeGreaterThan(15);
        var text = Document.Read("src/docs/errors.md").Text;
        codes.Where(code => !text.Contains($"`{code}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_field_that_fails_leaves_the_other_its_answer()
    {
        var answer = await app.AskAsync(
            $"{{ {Spectrum} {Radar} }}",
            null,
            ("X-Cloudflare-Spectrum-Authorization", $"Bearer {SandboxCredentials.Forbidden}"),
            ("Authorization", $"Bearer {SandboxCredentials.Everything}"));
        answer["errors"]![0]!["path"].Compact().ShouldBe("""["spectrumBytime"]""");
        answer["data"]!["spectrumBytime"].ShouldBeNull();
        answer["data"]!["ctTimeseries"]!["series"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Data_beside_errors_and_messages_that_are_null_is_data() =>
        (await app.AskAsync(
            $"{{ {Spectrum} {Radar} }}", null, ("Authorization", $"Bearer {SandboxCredentials.NullMessages}"))).Data();

    [Fact]
    public async Task An_email_with_a_key_is_as_good_as_a_token() =>
        (await app.AskAsync(
            $"{{ {Spectrum} }}", null, ("X-Auth-Email", "user@example.com"), ("X-Auth-Key", SandboxCredentials.Everything))).Data();

    [Trait("Gateway", "InProcess")]
    [Fact]
    public async Task No_credential_and_no_header_of_the_callers_goes_anywhere_else()
    {
        const string Token = "a-token-that-nobody-may-see-again";
        await app.AskAsync(
            $"{{ {Spectrum} }}",
            null,
            ("Authorization", $"Bearer {Token}"),
            ("Cookie", "session=1"),
            ("X-Mine", "yes"),
            ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        var headers = app.Sandbox.Calls.Last[^1].Headers;
        headers.Keys.ShouldNotContain("Cookie");
        headers.Keys.ShouldNotContain("X-Mine");
        headers.Keys.ShouldNotContain("traceparent");
        headers["User-Agent"].ShouldNotBeEmpty();
        app.Logs.GetSnapshot().ShouldAllBe(record => !record.Message.Contains(Token, StringComparison.Ordinal));
    }

    private static async Task<JsonNode> OverloadedAsync()
    {
        await using var app = new GatewayApp
        {
            Setup = ("Development", [("Cloudflare:MaxConcurrentCalls", "1"), ("Cloudflare:QueueLength", "0")]),
        };
        await app.InitializeAsync();
        var first = AskAsync(app, Spectrum, SandboxCredentials.Slow);
        await app.Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 1, TestContext.Current.CancellationToken);
        var second = await app.AskAsync($"{{ {Spectrum} }}");
        app.Sandbox.ReleaseSlowAnswers();
        (await first).Data();
        return second;
    }

    private static async Task<JsonNode> TooLargeAsync()
    {
        await using var app = new GatewayApp { Setup = ("Development", [("GraphQL:Limits:MaxResponseBytes", "65536"), .. HugeAnswer.Allowed]) };
        await app.InitializeAsync();
        return await app.AskAsync(HugeAnswer.Query, HugeAnswer.Variables);
    }

    private static async Task<JsonNode> UnreadAsync()
    {
        await using var app = new GatewayApp
        {
            Setup = ("Development", [("Hosting:MaxBufferedBytes", "67108864"), ("Hosting:WriteTimeout", "00:05:00"), .. HugeAnswer.Allowed]),
        };
        await app.InitializeAsync();
        using var client = new UnreadConnections(app.Client.BaseAddress!, 1);
        await client.SendAsync(HugeAnswer.Body, "a-token");
        return await app.AskAsync(HugeAnswer.Query, HugeAnswer.Variables, ("Authorization", "Bearer a-token"));
    }

    private static int Calls(GatewayApp app) =>
        app.Sandbox.Calls.Count(SandboxEndpoint.Bytime) + app.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries);

    private static Task<JsonNode> AskAsync(GatewayApp app, string field, string token) =>
        app.AskAsync($"{{ {field} }}", null, ("Authorization", $"Bearer {token}"));

    [GeneratedRegex("(?<=^  code: \")[A-Z_0-9]+", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("(?<=^\\| `)[A-Z_0-9]+(?=` \\|)", RegexOptions.Multiline)]
    private static partial Regex DocumentedCode();

    [GeneratedRegex("[0-9a-f]{16}-SBX")]
    private static partial Regex Ray();
}
