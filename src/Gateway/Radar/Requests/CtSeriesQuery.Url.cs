using System.Globalization;
using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <content>Makes the URL of a call to Cloudflare.</content>
internal sealed partial class CtSeriesQuery
{
    // Cloudflare assigns repeated parameters by position: the i-th value belongs to the i-th series.
    private static string Write(CtQuestion question, IReadOnlyList<CtSeriesInput> series)
    {
        var target = new RequestTarget(question.Dimension is { } dimension ? $"{question.Path}/{dimension.Wire()}" : question.Path)
            .Add("aggInterval", question.AggInterval?.Parameter())
            .Add("limitPerGroup", question.LimitPerGroup?.ToString(CultureInfo.InvariantCulture))
            .Add("normalization", question.Normalization?.Wire());
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
