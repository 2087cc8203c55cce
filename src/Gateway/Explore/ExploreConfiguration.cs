using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Hosting;

namespace Gateway.Explore;

/// <summary>The content of <c>explore/config.json</c>: what the page can't know from the schema.</summary>
/// <param name="Ide">Whether the endpoint has an IDE.</param>
/// <param name="Schema">Whether the schema can be downloaded.</param>
/// <param name="Sandbox">What to begin with where the sandbox runs; else null. Pages are sent no other credential.</param>
internal sealed record ExploreConfiguration(bool Ide, bool Schema, ExploreConfiguration.SandboxStart? Sandbox)
{
    /// <param name="Token">A token that only the sandbox accepts.</param>
    /// <param name="Zone">A zone; the sandbox has data for any.</param>
    internal sealed record SandboxStart(string Token, string Zone);

    public static SandboxStart? Of(SandboxInUse? sandbox) =>
        sandbox is null ? null : new SandboxStart(sandbox.Token, SandboxInUse.Zone);

    public Task WriteAsync(HttpContext context) =>
        context.Response.WriteAsJsonAsync(this, ExploreJson.Default.ExploreConfiguration, cancellationToken: context.RequestAborted);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExploreConfiguration))]
internal sealed partial class ExploreJson : JsonSerializerContext;
