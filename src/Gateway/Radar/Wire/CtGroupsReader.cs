using System.Text.Json;
using Gateway.Columns;
using Gateway.Radar.Inputs;
using Gateway.Radar.Responses;
using Gateway.Upstream.Json;

namespace Gateway.Radar.Wire;

/// <summary>
/// Reads series of <c>{ "timestamps": […], "RSA": […], "ECDSA": […] }</c>: every other list is a group, whose key is its name. Without
/// timestamps it is no series.
/// </summary>
internal sealed class CtGroupsReader : CtSeriesReader<CtGroupedColumns>
{
    // Far more than a dimension has.
    private const int MaxGroups = 10_000;

    protected override Pending? ReadSeries(ref JsonReader json, in JsonReader name, ColumnBuilder builder, InstantColumn? last)
    {
        if (!json.Enter(JsonTokenType.StartObject))
        {
            return null;
        }

        InstantColumn? timestamps = null;
        var groups = new Dictionary<string, NumberColumn>();
        while (json.NextName())
        {
            var key = json;
            json.Read();
            if (!json.Enter(JsonTokenType.StartArray))
            {
                continue;
            }

            if (key.IsName("timestamps"u8))
            {
                timestamps = timestamps is null
                    ? ReadTimestamps(ref json, builder, last)
                    : throw JsonReader.Invalid("`timestamps` comes twice.");
            }
            else if (groups.Count == MaxGroups || !groups.TryAdd(key.Name(), ReadValues(ref json, builder)))
            {
                throw JsonReader.Invalid("There are too many groups, or one comes twice.");
            }
        }

        if (timestamps is null)
        {
            return null;
        }

        // Nothing is filled up: one long list would make all others as long.
        if (groups.Values.Any(values => values.Count != timestamps.Count))
        {
            throw JsonReader.Invalid("A group has more or fewer values than there are timestamps.");
        }

        var wireName = CtSeriesNames.Normalize(name.Name());
        return new Pending(wireName, timestamps, meta => CtGroupedColumns.Of(
            wireName,
            timestamps,
            CompleteOf(wireName, timestamps, meta),
            groups.Select(static group => (group.Key, group.Value)),
            meta));
    }
}
