using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// Reads the <c>result</c> of the <c>bytime</c> endpoint. What an answer makes no sense without is required; all else may be missing or null.
/// </summary>
/// <param name="request">Says what the columns are where the answer does not.</param>
internal sealed class BytimeReader(SpectrumBytimeRequest request) : ObjectSink(otherwise: Refused), IResultReader<SpectrumData>
{
    private readonly NumberField _rowCount = new(otherwise: Refused);
    private readonly NumberField _dataLag = new(otherwise: Refused);
    private readonly RowsSink _rows = new();
    private readonly IntervalsSink _intervals = new();
    private readonly MetricsSink _min = new();
    private readonly MetricsSink _max = new();
    private readonly MetricsSink _totals = new();
    private readonly EchoSink _echo = new();

    JsonSink IResultReader<SpectrumData>.Sink => this;

    public override JsonSink Member(ref Utf8JsonReader name) =>
        name.ValueTextEquals("data"u8) ? _rows.List
        : name.ValueTextEquals("time_intervals"u8) ? _intervals
        : name.ValueTextEquals("rows"u8) ? _rowCount
        : name.ValueTextEquals("data_lag"u8) ? _dataLag
        : name.ValueTextEquals("min"u8) ? _min
        : name.ValueTextEquals("max"u8) ? _max
        : name.ValueTextEquals("totals"u8) ? _totals
        : name.ValueTextEquals("query"u8) ? _echo
        : Nothing;

    public SpectrumData? Build()
    {
        if (_rowCount.Take() is not { } rowCount || _dataLag.Take() is not { } dataLag || _intervals.Build() is not { } intervals)
        {
            return null;
        }

        var echo = new Echo(_echo, request);
        return new SpectrumData(
            _rows.Build(echo, intervals),
            intervals,
            dataLag,
            (int)Math.Clamp(rowCount, 0, int.MaxValue),
            _min.Build(),
            _max.Build(),
            _totals.Build(),
            echo.Query);
    }
}
