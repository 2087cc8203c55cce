using Gateway.Columns;
using Gateway.Radar.Inputs;

namespace Gateway.Radar.Responses;

/// <summary>A series as columns of one length, and as the list of its points.</summary>
/// <param name="wireName">What Cloudflare calls it: <see cref="CtSeriesNames.Of"/>, as a rule.</param>
/// <param name="timestamps">One object for series that have the same.</param>
/// <param name="values">Null where Cloudflare gave no number.</param>
internal sealed class CtColumns(string wireName, InstantColumn timestamps, NumberColumn values) : ListView<CtPoint>
{
    public string WireName => wireName;

    public InstantColumn Timestamps => timestamps;

    public NumberColumn Values => values;

    public override int Count => timestamps.Count;

    public override CtPoint this[int index] => new(this, index);
}
