using System.Collections;
using System.Globalization;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Filters;

/// <summary>
/// Compiles a typed filter to Cloudflare's grammar, by the names of the input types' properties: a comparison has the name of its
/// <see cref="SpectrumDimension"/>, and an operand that of its <see cref="FilterOperator"/>.
/// </summary>
internal static class WhereCompiler
{
    public static Result<FilterExpression> Compile(SpectrumWhereInput where) =>
        Filter(where).IsSuccess(out var compiled, out var failure) ? new FilterExpression(compiled.Groups) : failure;

    private static Result<OrOfAnds> Filter(SpectrumWhereInput where) =>
        OrOfAnds.All(Parts(where), "A filter object in `where` is empty; leave it out instead.");

    private static IEnumerable<Result<OrOfAnds>> Parts(SpectrumWhereInput where)
    {
        foreach (var dimension in SpectrumField.Dimensions)
        {
            if (Member(where, dimension.ToString()) is { } comparison)
            {
                var name = SpectrumField.Of(dimension).SchemaName;
                yield return OrOfAnds.All(
                    Operands(dimension, comparison), $"The comparison of {name} in `where` is empty; leave it out instead.");
            }
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

    private static IEnumerable<Result<OrOfAnds>> Operands(SpectrumDimension dimension, object comparison)
    {
        foreach (var @operator in Enum.GetValues<FilterOperator>())
        {
            if (Member(comparison, @operator.ToString()) is { } value)
            {
                yield return Compare(dimension, @operator, value);
            }
        }

        if (Member(comparison, nameof(SpectrumEventComparisonInput.In)) is IEnumerable values)
        {
            yield return OrOfAnds.Any(
                values.Cast<object?>().Select(value => Compare(dimension, FilterOperator.Eq, value)),
                "An `in` in `where` is empty: nothing could match it.");
        }
    }

    private static object? Member(object input, string name) => input.GetType().GetProperty(name)!.GetValue(input);

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
                $"A value of {SpectrumField.Of(dimension).SchemaName} in `where` has to be {FilterComparison.ValueRule(dimension)}.");
    }
}
