using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphQL;

namespace GraphQLDotNet;

/// <summary>Radar's certificates over time.</summary>
internal sealed record CtTimeseries(CtMeta Meta, CtSeries[] Series)
{
    public static ValueTask<CtTimeseries> FetchAsync(IResolveFieldContext context)
    {
        var query = new StringBuilder($"/radar/ct/timeseries?aggInterval={context.GetArgument<string>("aggInterval")}");
        var series = context.GetArgument<CtSeriesInput[]>("series");
        foreach (var one in series)
        {
            query.Append($"&name={one.Name}&validationLevel={one.ValidationLevel}")
                .Append($"&dateStart={Uri.EscapeDataString(one.DateStart)}&dateEnd={Uri.EscapeDataString(one.DateEnd)}");
        }

        return context.RequestServices!.GetRequiredService<Cloudflare>().GetAsync<JsonElement, CtTimeseries>(
            query.ToString(), ((Caller)context.UserContext).Authorization, answer => Read(answer, series));
    }

    private static CtTimeseries Read(JsonElement answer, CtSeriesInput[] series)
    {
        var meta = answer.GetProperty("meta");
        return new(
            new(
                Text(meta, "aggInterval"),
                [.. meta.GetProperty("units").EnumerateArray().Select(unit => new CtUnit(Text(unit, "name"), Text(unit, "value")))]),
            [.. series.Select(one => Read(one.Name, answer.GetProperty(one.Name)))]);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static CtSeries Read(string name, JsonElement series) => new(
        name,
        [.. series.GetProperty("timestamps").EnumerateArray().Zip(
            series.GetProperty("values").EnumerateArray(),
            (timestamp, value) => new CtPoint(timestamp.GetString()!, double.Parse(value.GetString()!, CultureInfo.InvariantCulture)))]);
}

internal sealed record CtMeta(string AggInterval, CtUnit[] Units);

internal sealed record CtUnit(string Name, string Value);

internal sealed record CtSeries(string Name, CtPoint[] Points);

internal sealed record CtPoint(string Timestamp, double? Value);

internal sealed class CtSeriesInput
{
    public required string Name { get; set; }

    public required string DateStart { get; set; }

    public required string DateEnd { get; set; }

    public required string ValidationLevel { get; set; }
}
