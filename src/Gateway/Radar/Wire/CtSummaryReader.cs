using System.Text.Json;
using Gateway.Columns;
using Gateway.Radar.Inputs;
using Gateway.Radar.Responses;
using Gateway.Upstream.Json;

namespace Gateway.Radar.Wire;

/// <summary>Reads series of <c>{ "RSA": "12", "ECDSA": "30" }</c>: every member that is no list or object is a group.</summary>
internal sealed class CtSummaryReader : CtSeriesReader<CtSummaryGroups>
{
    // Far more than a dimension has.
    private const int MaxGroups = 10_000;

    protected override Pending? ReadSeries(ref JsonReader json, in JsonReader name, ColumnBuilder builder, InstantColumn? last)
    {
        if (!json.Enter(JsonTokenType.StartObject))
        {
            return null;
        }

        var groups = new Dictionary<string, double?>();
        while (json.NextName())
        {
            var key = json;
            json.Read();
            if (json.Token is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                json.Skip();
            }
            else if (groups.Count == MaxGroups || !groups.TryAdd(key.Name(), json.Number()))
            {
                throw JsonReader.Invalid("There are too many groups, or one comes twice.");
            }
        }

        var wireName = CtSeriesNames.Normalize(name.Name());
        var ordered = CtGroupOrder.Of(groups.Select(static group => new CtSummaryGroup(group.Key, group.Value)));
        return new Pending(wireName, null, _ => new CtSummaryGroups(wireName, ordered));
    }
}
