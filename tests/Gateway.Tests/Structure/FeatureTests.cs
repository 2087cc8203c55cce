using System.Text.Json.Nodes;

namespace Gateway.Tests.Structure;

/// <summary>
/// Applies the changes of future developers to a copy of the sources, builds it and queries it. If a patch no longer applies, make its
/// change by hand and store the `git diff`.
/// </summary>
public sealed class FeatureTests
{
    /// <summary>
    /// A patch changes one declaration, the sandbox and the exported schema. URL, key, arguments, look-ahead and sort orders follow.
    /// </summary>
    [Fact]
    public async Task A_filter_and_a_metric_are_each_one_entry_of_a_table()
    {
        using var copy = new SourceCopy();
        await copy.ApplyAsync("filter.patch");
        await copy.ApplyAsync("metric.patch");

        await copy.BuildAsync();

        await copy.ExportSchemaAsync("exported.graphql");
        (await File.ReadAllTextAsync(copy["exported.graphql"], TestContext.Current.CancellationToken))
            .ShouldBe(await File.ReadAllTextAsync(copy["schema/schema.graphql"], TestContext.Current.CancellationToken));

        var answer = await copy.AskAsync("""
            {
              all: ctTimeseries(series: [{ dateRange: "1w" }]) { series { values } }
              seen: ctTimeseries(series: [{ dateRange: "1w", monitor: "one" }]) { series { values } }
              listed: ctTimeseries(dateRange: ["1w"], monitor: ["one"]) { series { values } }
              spectrumBytime(
                zoneId: "023e105f4ecef8ad9ca31a8372d0c353", timeDelta: HOUR, since: "2026-01-01T00:00:00Z", until: "2026-01-01T02:00:00Z",
                dimensions: [COLO_NAME], sort: [PACKETS_DESC]) {
                totals { packets }
                data { points { packets } values(metric: PACKETS) }
              }
            }
            """);

        answer["errors"].ShouldBeNull(answer.ToJsonString());
        Sum(answer["data"]!["seen"]!["series"]![0]!["values"]!).ShouldBeInRange(1, Sum(answer["data"]!["all"]!["series"]![0]!["values"]!) - 1);
        answer["data"]!["listed"]!.ToJsonString().ShouldBe(answer["data"]!["seen"]!.ToJsonString());
        var rows = answer["data"]!["spectrumBytime"]!["data"]!.AsArray();
        var sums = rows.Select(row => Sum(row!["values"]!)).ToArray();
        sums.ShouldBe(sums.OrderDescending());
        sums.Length.ShouldBeGreaterThan(1);
        answer["data"]!["spectrumBytime"]!["totals"]!["packets"]!.GetValue<double>().ShouldBeGreaterThanOrEqualTo(sums.Max());
    }

    [Fact]
    public async Task A_feature_is_a_folder_and_a_line()
    {
        using var copy = new SourceCopy();
        Directory.Delete(copy["src/Gateway/Radar"], recursive: true);
        var program = await File.ReadAllLinesAsync(copy["src/Gateway/Program.cs"], TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(
            copy["src/Gateway/Program.cs"],
            program.Where(line => !line.Contains("Radar", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);

        await copy.BuildAsync();

        var answer = await copy.AskAsync("""
            { spectrumBytime(zoneId: "023e105f4ecef8ad9ca31a8372d0c353", timeDelta: HOUR) { rows totals { count } } }
            """);
        answer["errors"].ShouldBeNull(answer.ToJsonString());
        answer["data"]!["spectrumBytime"]!["totals"]!["count"]!.GetValue<double>().ShouldBeGreaterThan(0);
    }

    private static double Sum(JsonNode values) => values.AsArray().Sum(value => value?.GetValue<double>() ?? 0);
}
