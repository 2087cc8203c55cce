using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>Reads the echo of the query.</summary>
internal sealed class EchoSink() : ObjectSink(otherwise: Refused)
{
    public TextListField Dimensions { get; } = new();

    public TextListField Metrics { get; } = new();

    public TextListField Sort { get; } = new();

    public TextField Filters { get; } = new(otherwise: Refused);

    public NumberField Limit { get; } = new(otherwise: Refused);

    public InstantField Since { get; } = new();

    public InstantField Until { get; } = new();

    public override JsonSink Member(ref Utf8JsonReader name) =>
        name.ValueTextEquals("dimensions"u8) ? Dimensions
        : name.ValueTextEquals("metrics"u8) ? Metrics
        : name.ValueTextEquals("sort"u8) ? Sort
        : name.ValueTextEquals("filters"u8) ? Filters
        : name.ValueTextEquals("limit"u8) ? Limit
        : name.ValueTextEquals("since"u8) ? Since
        : name.ValueTextEquals("until"u8) ? Until
        : Nothing;
}
