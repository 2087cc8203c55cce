using System.Text;
using GraphQL;

namespace GraphQLDotNet;

/// <summary>Spectrum's events over time, read as Cloudflare writes them and turned by interval.</summary>
internal sealed record Spectrum(int Rows, Totals Totals, SpectrumRow[] Data)
{
    private const string Metrics = "count,bytesIngress,bytesEgress";

    public static ValueTask<Spectrum> FetchAsync(IResolveFieldContext context)
    {
        var query = new StringBuilder($"/zones/{context.GetArgument<string>("zoneId")}/spectrum/analytics/events/bytime")
            .Append($"?time_delta={context.GetArgument<string>("timeDelta")}&metrics={Uri.EscapeDataString(Metrics)}")
            .Append($"&since={Uri.EscapeDataString(context.GetArgument<string>("since"))}")
            .Append($"&until={Uri.EscapeDataString(context.GetArgument<string>("until"))}");
        if (context.GetArgument<string[]?>("dimensions") is { Length: > 0 } dimensions)
        {
            query.Append($"&dimensions={string.Join(',', dimensions)}");
        }

        if (context.GetArgument<int?>("limit") is { } limit)
        {
            query.Append($"&limit={limit}");
        }

        return context.RequestServices!.GetRequiredService<Cloudflare>().GetAsync<Answer, Spectrum>(
            query.ToString(), ((Caller)context.UserContext).Authorization, Read);
    }

    private static Spectrum Read(Answer answer) => new(
        answer.Rows,
        new(answer.Totals["count"], answer.Totals["bytesIngress"], answer.Totals["bytesEgress"]),
        [.. answer.Data.Select(row => new SpectrumRow(
            answer.Query.Dimensions.IndexOf("event") is >= 0 and var place ? row.Dimensions[place] : null,
            [.. answer.TimeIntervals.Select((time, i) =>
                new SpectrumPoint(time[0], time[1], row.Metrics[0][i], row.Metrics[1][i], row.Metrics[2][i]))]))]);

    private sealed record Answer(
        int Rows, Dictionary<string, double?> Totals, AnswerQuery Query, string[][] TimeIntervals, AnswerRow[] Data);

    private sealed record AnswerQuery(List<string> Dimensions);

    private sealed record AnswerRow(string[] Dimensions, double?[][] Metrics);
}

internal sealed record Totals(double? Count, double? BytesIngress, double? BytesEgress);

internal sealed record SpectrumRow(string? Event, SpectrumPoint[] Points);

internal sealed record SpectrumPoint(string Start, string End, double? Count, double? BytesIngress, double? BytesEgress);
