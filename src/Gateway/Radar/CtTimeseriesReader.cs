using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Radar;

/// <summary>
/// Reads <c>{ "meta": {…}, "s0": { "timestamps": […], "values": […] }, … }</c>: every other name is a series, if it looks like one.
/// </summary>
internal sealed class CtTimeseriesReader : JsonSink, IResultReader<CtTimeseriesModel>
{
    private readonly CtMetaSink _meta = new();
    private readonly CtSeriesSink _series = new();

    JsonSink IResultReader<CtTimeseriesModel>.Sink => this;

    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.StartObject ? this : Refused;

    public override JsonSink Member(ref Utf8JsonReader name) => name.ValueTextEquals("meta"u8) ? _meta : _series.Named(ref name);

    public CtTimeseriesModel Build() => new(_meta.Build(), _series.Build());
}
