using System.Globalization;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Filters;

/// <summary>Compiles a typed filter to Cloudflare's grammar.</summary>
internal static class WhereCompiler
{
    public static Result<FilterExpression> Compile(SpectrumWhereInput where) =>
        Filter(where).IsSuccess(out var compiled, out var failure) ? FilterExpression.Create(compiled.Groups) : failure;

    private static Result<OrOfAnds> Filter(SpectrumWhereInput where)
    {
        var all = OrOfAnds.True;
        foreach (var part in Parts(where))
        {
            if (!part.IsSuccess(out var operand, out var failure) || !all.And(operand).IsSuccess(out all, out failure))
            {
                return failure;
            }
        }

        return all.IsEmpty ? Refused("A filter object in `where` is empty; leave it out instead.") : all;
    }

    private static IEnumerable<Result<OrOfAnds>> Parts(SpectrumWhereInput where)
    {
        if (where.Event is { } e)
        {
            yield return Compare(
                SpectrumDimension.Event,
                [Text(e.Eq), Text(e.Neq), Text(e.Gt), Text(e.Gte), Text(e.Lt), Text(e.Lte)],
                e.In is null ? null : [.. e.In.Select(value => Text(value))]);
        }

        if (where.AppId is { } a)
        {
            yield return Compare(SpectrumDimension.AppId, [a.Eq, a.Neq, a.Gt, a.Gte, a.Lt, a.Lte], a.In);
        }

        if (where.ColoName is { } c)
        {
            yield return Compare(SpectrumDimension.ColoName, [c.Eq, c.Neq, c.Gt, c.Gte, c.Lt, c.Lte], c.In);
        }

        if (where.IpVersion is { } v)
        {
            yield return Compare(
                SpectrumDimension.IpVersion,
                [Text(v.Eq), Text(v.Neq), Text(v.Gt), Text(v.Gte), Text(v.Lt), Text(v.Lte)],
                v.In is null ? null : [.. v.In.Select(value => Text(value))]);
        }

        if (where.And is { } and)
        {
            yield return All(and);
        }

        if (where.Or is { } or)
        {
            yield return Any(or);
        }
    }

    /// <param name="dimension">What is compared.</param>
    /// <param name="operands">One for each operator, in the order of <see cref="FilterOperator"/>; null where it is not used.</param>
    /// <param name="oneOf">The operands of <c>in</c>.</param>
    private static Result<OrOfAnds> Compare(SpectrumDimension dimension, string?[] operands, IReadOnlyList<string?>? oneOf)
    {
        var all = OrOfAnds.True;
        for (var i = 0; i < operands.Length; i++)
        {
            if (operands[i] is { } value
                && (!Comparison(dimension, (FilterOperator)i, value).IsSuccess(out var comparison, out var failure)
                    || !all.And(comparison).IsSuccess(out all, out failure)))
            {
                return failure;
            }
        }

        if (oneOf is not null)
        {
            var any = OrOfAnds.False;
            foreach (var value in oneOf)
            {
                if (!Comparison(dimension, FilterOperator.Equal, value ?? "").IsSuccess(out var comparison, out var failure)
                    || !any.Or(comparison).IsSuccess(out any, out failure))
                {
                    return failure;
                }
            }

            return any.IsEmpty ? Refused("An `in` in `where` is empty: nothing could match it.") : all.And(any);
        }

        return all.IsEmpty
            ? Refused($"The comparison of {SpectrumField.Of(dimension).SchemaName} in `where` is empty; leave it out instead.")
            : all;
    }

    private static Result<OrOfAnds> Comparison(SpectrumDimension dimension, FilterOperator @operator, string value)
    {
        if (FilterComparison.IsValue(value))
        {
            return OrOfAnds.Of(new FilterComparison(dimension, @operator, value));
        }

        return Refused(dimension is SpectrumDimension.Event
            ? "UNKNOWN stands for events that the gateway does not know, so `where` cannot compare with it."
            : $"A value in `where` has to be {FilterComparison.ValueRule}; Cloudflare's grammar has no quoting.");
    }

    private static Result<OrOfAnds> All(IReadOnlyList<SpectrumWhereInput> operands)
    {
        var all = OrOfAnds.True;
        foreach (var operand in operands)
        {
            if (!Filter(operand).IsSuccess(out var filter, out var failure) || !all.And(filter).IsSuccess(out all, out failure))
            {
                return failure;
            }
        }

        return all.IsEmpty ? Refused("An `and` in `where` is empty; leave it out instead.") : all;
    }

    private static Result<OrOfAnds> Any(IReadOnlyList<SpectrumWhereInput> operands)
    {
        var any = OrOfAnds.False;
        foreach (var operand in operands)
        {
            if (!Filter(operand).IsSuccess(out var filter, out var failure) || !any.Or(filter).IsSuccess(out any, out failure))
            {
                return failure;
            }
        }

        return any.IsEmpty ? Refused("An `or` in `where` is empty: nothing could match it.") : any;
    }

    // Unknown becomes the empty text, which is no value.
    private static string? Text(SpectrumEvent? value) => value is SpectrumEvent.Unknown ? "" : value?.Wire();

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static Failure Refused(string message) => Failure.BadInput("where", message);
}
