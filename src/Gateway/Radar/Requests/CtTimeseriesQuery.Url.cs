using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <content>Makes the URL of a call to Cloudflare.</content>
internal sealed partial class CtTimeseriesQuery
{
    // Cloudflare assigns repeated parameters by position: the i-th value belongs to the i-th series.
    private static string Write(CtAggInterval? aggInterval, IReadOnlyList<CtSeriesInput> series)
    {
        var target = new RequestTarget("radar/ct/timeseries").Add("aggInterval", aggInterval?.Parameter());
        foreach (var input in CtInput.All)
        {
            for (var i = 0; i < series.Count; i++)
            {
                target.Add(input.Name, input.IsName ? CtSeriesNames.Of(i) : input.WireOf(series[i]));
            }
        }

        return target.ToString();
    }
}
