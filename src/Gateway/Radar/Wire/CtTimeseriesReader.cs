using System.Text.Json;
using Gateway.Columns;
using Gateway.Radar.Responses;
using Gateway.Upstream.Json;

namespace Gateway.Radar.Wire;

/// <summary>Reads series of <c>{ "timestamps": […], "values": […] }</c>. One of the two is enough.</summary>
internal sealed class CtTimeseriesReader : CtSeriesReader<CtColumns>
{
    private static readonly JsonMembers Members = new("timestamps", "values");

    protected override Pending? ReadSeries(ref JsonReader json, in JsonReader name, ColumnBuilder builder, InstantColumn? last)
    {
        var seen = 0u;
        var (timestamps, values) = (InstantColumn.Empty, NumberColumn.OfNulls(0));
        if (json.Enter(JsonTokenType.StartObject))
        {
            while (json.NextMember(Members, ref seen) is { } member)
            {
                if (!json.EnterUnlessNull(JsonTokenType.StartArray))
                {
                    continue;
                }

                if (member is "timestamps")
                {
                    timestamps = ReadTimestamps(ref json, builder, last);
                }
                else
                {
                    values = ReadValues(ref json, builder);
                }
            }
        }

        if (seen == 0)
        {
            return null;
        }

        // Makes both columns equally long: missing values become null, and values without a timestamp are dropped.
        values = values.WithCount(timestamps.Count);
        var wireName = name.Name();
        return new Pending(
            wireName, timestamps, meta => new CtColumns(wireName, timestamps, values, CompleteOf(wireName, timestamps, meta)));
    }
}
