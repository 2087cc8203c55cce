using System.Text.Json;
using Gateway.Cloudflare.Json;
using Gateway.Columns;

namespace Gateway.Spectrum.Wire;

/// <summary>Reads a list of <c>[start, end]</c>, where the end may be missing.</summary>
internal sealed class IntervalsSink : JsonSink
{
    private readonly ColumnBuilder _starts = new();
    private readonly ColumnBuilder _ends = new();
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
    public TimeIntervals? Build() =>
        _lacksStart ? null : new TimeIntervals(new InstantColumn(_starts.Take()), new InstantColumn(_ends.Take()));

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
            var start = _start.Take();
            intervals._lacksStart |= start is null;
            intervals._starts.AddInstant(start);
            intervals._ends.AddInstant(_end.Take());
            _count = 0;
        }
    }
}
