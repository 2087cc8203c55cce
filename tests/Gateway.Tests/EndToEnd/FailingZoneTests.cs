using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>A credential whose own zone fails, beside others that ask for theirs.</summary>
public sealed class FailingZoneTests
{
    private int _requests;

    [Theory]
    [InlineData(SandboxCredentials.GatewayTimeout)]
    [InlineData(SandboxCredentials.Unavailable)]
    [InlineData(SandboxCredentials.Reset)]
    public async Task The_others_get_all_of_their_answers_and_it_is_told_when_to_ask_again(string failing)
    {
        await using var app = new GatewayApp { Setup = ("Development", [("Cloudflare:Retries:Max", "0")]) };
        await app.InitializeAsync();
        for (var i = 0; i < 20; i++)
        {
            await AskAsync(app, failing);
        }

        var (answered, held) = (0, 0);
        for (var i = 0; i < 30; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                var refusal = (await AskAsync(app, failing)).Refusal();
                refusal.Code().ShouldBe("UPSTREAM_UNAVAILABLE");
                held += refusal["retryAfterSeconds"] is not null && refusal["cloudflare"] is null ? 1 : 0;
            }

            answered += (await AskAsync(app, $"a-token-of-another-{i % 10}"))["errors"] is null ? 1 : 0;
        }

        answered.ShouldBe(30);
        held.ShouldBeGreaterThan(100);
        app.Sandbox.Calls.Count(SandboxEndpoint.Bytime).ShouldBeLessThan(30 + 20);
    }

    /// <summary>Each request is another one, so that none is answered from the cache.</summary>
    private Task<JsonNode> AskAsync(GatewayApp app, string token) => app.AskAsync(
        $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, limit: {Interlocked.Increment(ref _requests)}) {{ rows }} }}",
        null,
        ("Authorization", $"Bearer {token}"));
}
