using System.Reflection;
using Gateway.Spectrum.Inputs;

namespace Gateway.Tests.Spectrum;

public sealed class SpectrumNamesTests
{
    [Fact]
    public void Names_are_read_back_as_what_they_were_written_from()
    {
        foreach (var metric in Enum.GetValues<SpectrumMetric>())
        {
            SpectrumNames.Metric(metric.Wire()).ShouldBe(metric);
            SpectrumNames.MetricInSchema(SpectrumNames.SchemaName(metric.Field())).ShouldBe(metric);
        }

        foreach (var dimension in Enum.GetValues<SpectrumDimension>())
        {
            SpectrumNames.Dimension(dimension.Wire()).ShouldBe(dimension);
        }

        foreach (var sort in Enum.GetValues<SpectrumSort>())
        {
            SpectrumNames.Sort((sort.IsDescending() ? "-" : "+") + sort.Wire()).ShouldBe(sort);
        }

        foreach (var known in Enum.GetValues<SpectrumEvent>().Except([SpectrumEvent.Unknown]))
        {
            SpectrumNames.Event(known.Wire()!).ShouldBe(known);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("COUNT")]
    [InlineData("event")]
    [InlineData("requests")]
    public void What_is_no_metric_is_none(string? name) => SpectrumNames.Metric(name).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("count")]
    [InlineData(" count")]
    [InlineData("+requests")]
    public void What_is_no_sort_is_none(string? name) => SpectrumNames.Sort(name).ShouldBeNull();

    [Fact]
    public void Schema_names_are_those_that_the_enums_infer_or_declare()
    {
        foreach (var metric in Enum.GetValues<SpectrumMetric>())
        {
            Inferred(metric).ShouldBe(SpectrumNames.SchemaName(metric.Field()));
        }

        foreach (var dimension in Enum.GetValues<SpectrumDimension>())
        {
            Inferred(dimension).ShouldBe(SpectrumNames.SchemaName(dimension.Field()));
        }

        foreach (var sort in Enum.GetValues<SpectrumSort>())
        {
            Inferred(sort).ShouldBe(SpectrumNames.SchemaName(sort.Field()) + (sort.IsDescending() ? "_DESC" : "_ASC"));
        }
    }

    // Upper case with an underscore before each capital, unless a name is declared.
    private static string Inferred<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var declared = typeof(T).GetField(name)!.GetCustomAttribute<GraphQL.GraphQLNameAttribute>()?.Name;
        return declared ?? string.Concat(name.Select((c, i) => (i > 0 && char.IsAsciiLetterUpper(c) ? "_" : "") + char.ToUpperInvariant(c)));
    }
}
