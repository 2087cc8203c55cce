using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>The values of a series or of a group: two columns of the same length, which are also the list of the points.</summary>
/// <param name="wireName">Cloudflare's name of the series, or the key of the group.</param>
/// <param name="timestamps">The timestamps. Series with equal timestamps share one object.</param>
/// <param name="values">The values. Null if Cloudflare sent no number.</param>
/// <param name="complete">The complete points.</param>
internal sealed class CtColumns(string wireName, InstantColumn timestamps, NumberColumn values, CompleteRange complete)
    : ListView<CtPoint>, ICtWireSeries
{
    public string WireName => wireName;

    public InstantColumn Timestamps => timestamps;

    public NumberColumn Values => values;

    public CompleteRange Complete => complete;

    public long Size => 56 + MemorySize.Of(WireName) + Values.Size;

    public override int Count => timestamps.Count;

    public override CtPoint this[int index] => new(this, index);
}
