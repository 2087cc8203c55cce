using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Tests.Spectrum;

public sealed class SpectrumFieldTests
{
    [Fact]
    public void Fields_have_the_names_of_Cloudflares_documentation() => SpectrumField.All.Select(field => field.Wire).ShouldBe(
    [
        "count", "bytesIngress", "bytesEgress", "durationAvg", "durationMedian", "duration90th", "duration99th", "event", "appID", "coloName", "ipVersion",
    ]);

    [Fact]
    public void Events_and_intervals_have_the_names_of_Cloudflares_documentation()
    {
        Enum.GetValues<SpectrumEvent>().Select(value => value.Wire()).ShouldBe(["connect", "progress", "disconnect", "originError", "clientFiltered", "unknown"]);
        Enum.GetValues<SpectrumTimeDelta>().Select(value => value.Wire()).ShouldBe(["year", "quarter", "month", "week", "day", "hour", "dekaminute", "minute"]);
    }

    [Fact]
    public void Fields_are_named_as_the_schema_names_them()
    {
        var schema = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema.graphql"));
        ValuesOf("SpectrumMetric").ShouldBe(SpectrumField.Metrics.Select(metric => SpectrumField.Of(metric).SchemaName));
        ValuesOf("SpectrumDimension").ShouldBe(SpectrumField.Dimensions.Select(dimension => SpectrumField.Of(dimension).SchemaName));

        IEnumerable<string> ValuesOf(string type)
        {
            var start = schema.IndexOf($"enum {type} {{", StringComparison.Ordinal);
            return schema[start..schema.IndexOf('}', start)].Split('\n').Skip(1).Select(line => line.Trim()).Where(line => line is [>= 'A' and <= 'Z', ..]);
        }
    }

    [Fact]
    public void An_order_is_found_by_its_form_on_the_wire()
    {
        foreach (var sort in SpectrumSort.All)
        {
            SpectrumSort.Find(sort.Wire).ShouldBe(sort);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("count")]
    [InlineData("-Count")]
    [InlineData("+other")]
    public void What_is_no_order_is_none(string? name) => SpectrumSort.Find(name).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Count")]
    [InlineData("COUNT")]
    [InlineData("event")]
    public void What_is_no_metric_is_none(string? name) => WireNames<SpectrumMetric>.Find(name).ShouldBeNull();
}
