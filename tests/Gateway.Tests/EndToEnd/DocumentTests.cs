using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>The documents say what is so: their queries, their commands and their links are tried.</summary>
public sealed partial class DocumentTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    /// <summary>Commands that run other tests or build: of these only the paths are checked.</summary>
    private static readonly string[] NotRun =
        ["tests/run", "gateway --", "tests=", "export ", "dotnet $tests", "dotnet build ", "dotnet publish ", "find tests ", "cd tests/Conformance/"];

    [Fact]
    public async Task Each_query_gets_the_answer_beside_it()
    {
        var answered = 0;
        foreach (var (document, block) in Blocks("graphql"))
        {
            var answer = await app.AskAsync(block.Text.TrimEnd(), null, ("Authorization", $"Bearer {SandboxCredentials.Everything}"));
            if (block.Answer is null)
            {
                answer["errors"].ShouldBeNull($"{document.Path}, {block.Heading}");
                continue;
            }

            answered++;
            answer.Compact().ShouldBe(JsonNode.Parse(block.Answer).Compact(), $"{document.Path}, {block.Heading}");
        }

        answered.ShouldBe(4);
    }

    [Fact]
    public async Task Each_request_by_curl_works_when_it_is_pasted()
    {
        Assert.SkipUnless(await HasCurlAsync(), "There is no curl.");
        var requests = Blocks("sh").Where(found => found.Block.Text.StartsWith("curl ", StringComparison.Ordinal)).ToArray();
        requests.Length.ShouldBe(3);
        foreach (var (document, block) in requests)
        {
            var (code, output) = await PasteAsync(block.Text);
            code.ShouldBe(0, output);
            var answer = JsonNode.Parse(output)!;
            answer.Data();
            if (block.Answer is { } expected)
            {
                answer.Compact().ShouldBe(JsonNode.Parse(expected).Compact(), $"{document.Path}, {block.Heading}");
            }
        }
    }

    [Fact]
    public async Task Each_token_of_the_sandbox_causes_the_error_beside_it()
    {
        var rows = Fault().Matches(Document.Read("src/docs/sandbox.md").Text);
        rows.Count.ShouldBe(9);
        var answers = await Task.WhenAll(rows.Select(row => app.AskAsync(
            $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR) {{ rows }} }}",
            null,
            ("Authorization", $"Bearer {row.Groups["token"].Value}"))));
        answers.Select(answer => answer.Refusal().Code()).ShouldBe(rows.Select(row => row.Groups["code"].Value));
    }

    [Trait("Gateway", "InProcess")]
    [Fact]
    public async Task Each_way_to_start_the_gateway_starts_it()
    {
        var starts = 0;
        foreach (var command in Commands().Where(IsStart))
        {
            starts++;
            var run = Run().Match(command);
            run.Success.ShouldBeTrue(command);
            if (run.Groups["project"].Value == "Gateway.Sandbox")
            {
                await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
                continue;
            }

            var arguments = run.Groups["arguments"].Value.Replace("$PWD", Document.Root, StringComparison.Ordinal);
            var settings = Setting().Matches(arguments).Select(setting => (setting.Groups["key"].Value, setting.Groups["value"].Value));
            using var gateway = await GatewayProcess.StartAsync([("ASPNETCORE_ENVIRONMENT", "Development")], settings);
            gateway.IsRunning.ShouldBeTrue(command);
        }

        starts.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void Each_command_is_run_by_a_test_or_names_what_is_there()
    {
        foreach (var command in Commands().Where(command => !IsStart(command)))
        {
            NotRun.ShouldContain(start => command.StartsWith(start, StringComparison.Ordinal), $"No test runs `{command}`.");
            foreach (Match path in RepositoryPath().Matches(command))
            {
                Path.Exists(Path.Combine(Document.Root, path.Value)).ShouldBeTrue(command);
            }
        }
    }

    [Fact]
    public void Each_link_leads_somewhere()
    {
        var missing = Document.All.SelectMany(document => Link().Matches(document.Text).Select(link => link.Groups[1].Value)
            .Where(link => !Leads(document, link)).Select(link => $"{document.Path}: {link}"));
        missing.ShouldBeEmpty();

        static bool Leads(Document from, string link)
        {
            var parts = link.Split('#');
            var path = parts[0].Length == 0 ? from.Path : Path.Combine(Path.GetDirectoryName(from.Path)!, parts[0]);
            return Path.Exists(Path.Combine(Document.Root, path))
                && (parts.Length == 1 || Document.Read(path).Headings.Any(heading => AnchorOf(heading.Text) == parts[1]));
        }

        // As GitHub makes it.
        static string AnchorOf(string heading) => Punctuation().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');
    }

    private static IEnumerable<(Document Document, Document.Block Block)> Blocks(string language) =>
        Document.All.SelectMany(document => document.Blocks.Where(block => block.Language == language).Select(block => (document, block)));

    /// <summary>The lines of all blocks for a shell but requests.</summary>
    private static IEnumerable<string> Commands() => Blocks("sh")
        .Where(found => !found.Block.Text.StartsWith("curl ", StringComparison.Ordinal))
        .SelectMany(found => found.Block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Runs a command in a shell that has what the documents say.</summary>
    private async Task<(int Code, string Output)> PasteAsync(string command)
    {
        var here = command.Replace("http://localhost:8080/", $"{new Uri(app.Client.BaseAddress!, "/")}", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", here])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CLOUDFLARE_API_TOKEN"] = SandboxCredentials.Everything;
        start.Environment["CLOUDFLARE_ZONE_ID"] = GatewayApp.Zone;
        using var process = Process.Start(start)!;
        var progress = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await progress);
    }

    private static bool IsStart(string command) => command.StartsWith("dotnet run --project src/Gateway", StringComparison.Ordinal);

    private async Task<bool> HasCurlAsync() => (await PasteAsync("command -v curl")).Code == 0;

    [GeneratedRegex("^\\| `(?<token>sandbox-token-[^`]+)` \\| .* \\| `(?<code>[A-Z_]+)` \\|$", RegexOptions.Multiline)]
    private static partial Regex Fault();

    [GeneratedRegex("^dotnet run --project src/(?<project>Gateway|Gateway\\.Sandbox)(?: -- (?<arguments>.+))?$")]
    private static partial Regex Run();

    [GeneratedRegex("--(?<key>[A-Za-z:]+)=\"?(?<value>[^ \"]+)")]
    private static partial Regex Setting();

    [GeneratedRegex("(?<=^|[ =/])(?:src|tests|schema)/[A-Za-z./-]+(?=$| )(?<!/bin/.*)")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"\]\((?!https?:)([^) ]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex Punctuation();
}
