using System.Text.Json.Serialization;
using Gateway.Caching;
using Gateway.Cloudflare;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Cloudflare;

internal sealed record Answer(string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 32, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Answer))]
internal sealed partial class AnswerJson : JsonSerializerContext;

/// <summary>The real client, with options and clock of the test.</summary>
internal static class TestClient
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static readonly Caller Caller = Identify(Credential.Bearer("a-token"));

    public static Caller Identify(Credential credential) => Fingerprints.OfThisProcess().Identify(credential);

    public static CloudflareClient Create(string baseUrl, Action<CloudflareOptions>? configure = null, ILogger<CloudflareClient>? logger = null)
    {
        var options = new CloudflareOptions { BaseUrl = baseUrl };
        configure?.Invoke(options);
        var time = new FrozenTime(Now);
        return new CloudflareClient(
            new CloudflareExchange(Options.Create(options), time), Options.Create(options), time, logger ?? NullLogger<CloudflareClient>.Instance);
    }

    public static Task<Result<CloudflareReply<Answer>>> AskAsync(this CloudflareClient client, CancellationToken cancellationToken) =>
        client.GetAsync(CloudflareEndpoint.Radar, "radar/ct/timeseries?name=s0", Caller, CallPurpose.Request, AnswerJson.Default.Answer, cancellationToken);
}
