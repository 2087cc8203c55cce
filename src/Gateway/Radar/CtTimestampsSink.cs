using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Radar;

/// <summary>Reads a list of timestamps; a point without its time says nothing.</summary>
internal sealed class CtTimestampsSink : JsonSink
{
    private readonly Items _items = new();

    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.StartArray ? _items : Refused;

    public DateTimeOffset[] Take()
    {
        DateTimeOffset[] timestamps = [.. _items.Timestamps];
        _items.Timestamps.Clear();
        return timestamps;
    }

    private sealed class Items : JsonSink
    {
        public List<DateTimeOffset> Timestamps { get; } = [];

        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            if (!CtTime.TryRead(ref reader, out var time))
            {
                return Refused;
            }

            Timestamps.Add(time);
            return Nothing;
        }
    }
}
