using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>Reads a list of <c>[start, end]</c>, where the end may be missing.</summary>
internal sealed class IntervalsSink : JsonSink
{
    private readonly List<TimeInterval> _intervals = [];
    private readonly JsonSink _items;
    private bool _lacksStart;

    public IntervalsSink() => _items = new ListOfLists(new Interval(this));

    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => _items,
        JsonTokenType.Null => Nothing,
        _ => Refused,
    };

    /// <summary>Null where one of them does not say when it starts.</summary>
    public TimeInterval[]? Build() => _lacksStart ? null : [.. _intervals];

    private sealed class ListOfLists(JsonSink list) : JsonSink
    {
        public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.StartArray ? list : Refused;
    }

    private sealed class Interval(IntervalsSink intervals) : JsonSink
    {
        private readonly InstantField _start = new();
        private readonly InstantField _end = new();
        private int _count;

        public override JsonSink Value(ref Utf8JsonReader reader) => _count++ switch
        {
            0 => _start.Value(ref reader),
            1 => _end.Value(ref reader),
            _ => Nothing,
        };

        public override void EndList()
        {
            if (_start.Take() is { } start)
            {
                intervals._intervals.Add(new TimeInterval(start, _end.Take()));
            }
            else
            {
                intervals._lacksStart = true;
            }

            _count = 0;
        }
    }
}
