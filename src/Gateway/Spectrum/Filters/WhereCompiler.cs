using System.Globalization;
using System.Text.Json;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Filters;

/// <summary>Compiles a typed filter to Cloudflare's grammar.</summary>
internal static class WhereCompiler
{
    public static Result<FilterExpression> Compile(SpectrumWhereInput where) =>
        Filter(where).IsSuccess(out var compiled, out var failure) ? new FilterExpression(compiled.Groups) : failure;

    private static Result<OrOfAnds> Filter(SpectrumWhereInput where) =>
        OrOfAnds.All(Parts(where), "A filter object in `where` is empty; leave it out instead.");

    private static IEnumerable<Result<OrOfAnds>> Parts(SpectrumWhereInput where)
    {
        if (where.Event is { } happened)
        {
            yield return Comparison(SpectrumDimension.Event, happened);
        }

        if (where.AppId is { } appId)
        {
            yield return Comparison(SpectrumDimension.AppId, appId);
        }

        if (where.ColoName is { } coloName)
        {
            yield return Comparison(SpectrumDimension.ColoName, coloName);
        }

        if (where.IpVersion is { } ipVersion)
        {
            yield return Comparison(SpectrumDimension.IpVersion, ipVersion);
        }

        if (where.And is { } and)
        {
            yield return OrOfAnds.All(and.Select(Filter), "An `and` in `where` is empty; leave it out instead.");
        }

        if (where.Or is { } or)
        {
            yield return OrOfAnds.Any(or.Select(Filter), "An `or` in `where` is empty: nothing could match it.");
        }
    }

    private static Result<OrOfAnds> Comparison<TValue, TItem>(SpectrumDimension dimension, IComparisonInput<TValue, TItem> comparison) =>
        OrOfAnds.All(
            Operands(dimension, comparison),
            $"The comparison of `{NameOf(dimension)}` in `where` is empty; leave it out instead.");

    private static IEnumerable<Result<OrOfAnds>> Operands<TValue, TItem>(
        SpectrumDimension dimension, IComparisonInput<TValue, TItem> comparison)
    {
        (FilterOperator, TValue)[] operands =
        [
            (FilterOperator.Eq, comparison.Eq),
            (FilterOperator.Neq, comparison.Neq),
            (FilterOperator.Gt, comparison.Gt),
            (FilterOperator.Gte, comparison.Gte),
            (FilterOperator.Lt, comparison.Lt),
            (FilterOperator.Lte, comparison.Lte),
        ];
        foreach (var (@operator, value) in operands)
        {
            if (value is not null)
            {
                yield return Compare(dimension, @operator, value);
            }
        }

        if (comparison.In is { } values)
        {
            yield return OrOfAnds.Any(
                values.Select(value => Compare(dimension, FilterOperator.Eq, value)),
                "An `in` in `where` is empty: nothing could match it.");
        }
    }

    private static Result<OrOfAnds> Compare(SpectrumDimension dimension, FilterOperator @operator, object? value)
    {
        if (value is SpectrumEvent.Unknown)
        {
            return Failure.BadInput(
                "where", "UNKNOWN stands for events that the gateway does not know, so `where` cannot compare with it.");
        }

        var text = value is SpectrumEvent known ? known.Wire() : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return FilterComparison.IsValue(dimension, text)
            ? OrOfAnds.Of(new FilterComparison(dimension, @operator, text))
            : Failure.BadInput(
                "where",
                $"A value of `{NameOf(dimension)}` in `where` has to be {FilterComparison.ValueRule(dimension)}.");
    }

    private static string NameOf(SpectrumDimension dimension) => JsonNamingPolicy.CamelCase.ConvertName(dimension.ToString());
}
