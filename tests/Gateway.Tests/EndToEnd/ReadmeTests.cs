using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>The gateway gives the responses that the README shows.</summary>
public sealed partial class ReadmeTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    [Fact]
    public async Task Each_request_of_the_readme_gets_the_answer_beside_it()
    {
        var examples = Example().Matches(SpectrumFieldTests.Example("README.md"));
        examples.Count.ShouldBe(4);
        foreach (Match example in examples)
        {
            var request = JsonNode.Parse(example.Groups["request"].Value)!;
            var answer = await app.AskAsync(
                request["query"]!.GetValue<string>(), request["variables"], ("Authorization", $"Bearer {SandboxCredentials.Everything}"));
            answer.Compact().ShouldBe(JsonNode.Parse(example.Groups["answer"].Value).Compact());
        }
    }

    [GeneratedRegex("--data '(?<request>[^']+)'\n```\n\n```json\n(?<answer>.+?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
