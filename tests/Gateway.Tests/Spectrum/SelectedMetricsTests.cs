using System.Collections;
using Gateway.GraphQL;
using Gateway.GraphQL.Execution;
using Gateway.Spectrum;

namespace Gateway.Tests.Spectrum;

public sealed class SelectedMetricsTests
{
    [Theory]
    [InlineData("data.points.count", SpectrumMetric.Count)]
    [InlineData("data.points.duration99th", SpectrumMetric.Duration99th)]
    [InlineData("totals.bytesIngress", SpectrumMetric.BytesIngress)]
    [InlineData("min.durationMedian", SpectrumMetric.DurationMedian)]
    [InlineData("max.duration90th", SpectrumMetric.Duration90th)]
    public void A_metric_is_found_wherever_it_is_selected(string path, SpectrumMetric metric) =>
        SelectedMetrics.Of(new Query(path)).ShouldBe([metric]);

    [Fact]
    public void Metrics_of_different_places_come_together_once_each() =>
        SelectedMetrics.Of(new Query("max.bytesEgress", "data.points.bytesEgress", "data.points.start", "totals.count", "freshness.status"))
            .ShouldBe([SpectrumMetric.Count, SpectrumMetric.BytesEgress]);

    [Theory]
    [InlineData("rows")]
    [InlineData("data.points.start")]
    [InlineData("data.dimensions.event")]
    [InlineData("query.count")]
    public void A_query_without_metrics_selects_none(string path) => SelectedMetrics.Of(new Query(path)).ShouldBeEmpty();

    /// <summary>A selection set, given by the paths of its leaves.</summary>
    private sealed class Query(params string[] paths) : IResolverContext
    {
        public CancellationToken RequestAborted => CancellationToken.None;

        public void ReportError(IError error) => throw new NotSupportedException();

        public ISelectionCollection Select(string fieldName) => new Level(paths).Select(fieldName);

        public bool IsSelected(string fieldName) => new Level(paths).IsSelected(fieldName);
    }

    private sealed class Level(string[] paths) : ISelectionCollection
    {
        public int Count => 0;

        public ISelection this[int index] => throw new NotSupportedException();

        public bool IsSelected(string fieldName) => paths.Any(path => path == fieldName || path.StartsWith(fieldName + ".", StringComparison.Ordinal));

        public ISelectionCollection Select(string fieldName) => new Level(
            [.. paths.Where(path => path.StartsWith(fieldName + ".", StringComparison.Ordinal)).Select(path => path[(fieldName.Length + 1)..])]);

        public IEnumerator<ISelection> GetEnumerator() => Enumerable.Empty<ISelection>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
