using System.Text.Json.Serialization;

namespace Gateway.Sandbox.Spectrum;

/// <summary>The JSON of a response: the API's envelope, and an item for each application.</summary>
internal sealed record CurrentAnswer(bool Success, string[] Errors, string[] Messages, IEnumerable<CurrentApp> Result);

internal sealed record CurrentApp(
    [property: JsonPropertyName("appID")] string AppId, double BytesEgress, double BytesIngress, double Connections, double DurationAvg);
