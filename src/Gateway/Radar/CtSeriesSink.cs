using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Radar;

/// <summary>Reads the series of an answer into columns, one after another.</summary>
internal sealed class CtSeriesSink : JsonSink
{
    // Many times as many as one request may ask for.
    private const int MaxCount = 10_000;

    private readonly List<CtColumns> _series = [];
    private readonly CtTimestampsSink _timestamps = new();
    private readonly CtValuesSink _values = new();
    private string _name = "";
    private bool _hasColumns;

    /// <summary>The same, for the series whose name the reader stands at.</summary>
    public JsonSink Named(ref Utf8JsonReader name)
    {
        if (!TextField.TryRead(ref name, out var text))
        {
            return Refused;
        }

        _name = text!;
        return this;
    }

    public override JsonSink Value(ref Utf8JsonReader reader) =>
        reader.TokenType is not JsonTokenType.StartObject ? Nothing
        : _series.Count == MaxCount ? Refused
        : this;

    public override JsonSink Member(ref Utf8JsonReader name)
    {
        if (name.ValueTextEquals("timestamps"u8))
        {
            _hasColumns = true;
            return _timestamps;
        }

        if (name.ValueTextEquals("values"u8))
        {
            _hasColumns = true;
            return _values;
        }

        return Nothing;
    }

    /// <summary>An object with neither of the columns is no series.</summary>
    public override void EndObject()
    {
        if (_hasColumns)
        {
            // Each timestamp has a value, be it null; a value without a timestamp has no place.
            var timestamps = _timestamps.Take(_series.Count > 0 ? _series[^1].Timestamps : null);
            _series.Add(new CtColumns(_name, timestamps, _values.Take(timestamps.Count)));
        }

        _hasColumns = false;
    }

    /// <summary>In the order of the request. JSON does not promise an order: s10 may come before s2.</summary>
    public CtColumns[] Build()
    {
        var series = _series.ToArray();
        var positions = new (int Position, int Arrival)[series.Length];
        for (var i = 0; i < series.Length; i++)
        {
            positions[i] = (CtWire.SeriesIndex(series[i].WireName) ?? int.MaxValue, i);
        }

        Array.Sort(positions, series);
        return series;
    }
}
