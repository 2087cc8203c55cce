using System.Text.Json.Serialization;
using Gateway.Sandbox.Calls;
using Gateway.Sandbox.Http;
using Gateway.Sandbox.Radar;
using Gateway.Sandbox.Spectrum;

namespace Gateway.Sandbox;

/// <summary>How the bodies are written, and the values in them whose type only their writer knows.</summary>
[JsonSerializable(typeof(BytimeAnswer))]
[JsonSerializable(typeof(CurrentAnswer))]
[JsonSerializable(typeof(AppsAnswer))]
[JsonSerializable(typeof(CertificateAnswer))]
[JsonSerializable(typeof(CertificateMeta))]
[JsonSerializable(typeof(CatalogueAnswer))]
[JsonSerializable(typeof(NoSuchItem))]
[JsonSerializable(typeof(ApiMessage[]))]
[JsonSerializable(typeof(LoggedCall[]))]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(double[][]))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int))]
internal sealed partial class SandboxJson : JsonSerializerContext;
