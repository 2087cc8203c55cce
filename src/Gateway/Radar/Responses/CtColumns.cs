using Gateway.Columns;
using Gateway.Radar.Inputs;

namespace Gateway.Radar.Responses;

/// <summary>The values of a series: two columns of the same length, which are also the list of the series' points.</summary>
/// <param name="wireName">Cloudflare's name of the series, usually from <see cref="CtSeriesNames.Of"/>.</param>
/// <param name="timestamps">The timestamps. Series with equal timestamps share one object.</param>
/// <param name="values">The values. Null if Cloudflare sent no number.</param>
/// <param name="complete">The complete points.</param>
internal sealed class CtColumns(string wireName, InstantColumn timestamps, NumberColumn values, CompleteRange complete) : ListView<CtPoint>
{
    public string WireName => wireName;

    public InstantColumn Timestamps => timestamps;

    public NumberColumn Values => values;

    public CompleteRange Complete => complete;

    public override int Count => timestamps.Count;

    public override CtPoint this[int index] => new(this, index);
}
