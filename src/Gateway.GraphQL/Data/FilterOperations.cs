using Gateway.GraphQL.Definitions;

namespace Gateway.GraphQL.Data;

/// <summary>Comparisons of text, letter by letter (<see cref="StringComparison.Ordinal"/>). Null contains nothing.</summary>
internal sealed class StringOperations() : FilterDefinition<string?>("StringOperationFilterInput")
{
    protected override void AddFields(FilterFieldCollection<string?> fields)
    {
        var text = fields.Types.Input(typeof(string));
        fields.Operation<string?>("eq", "Equal to this.", text, static operand => value => value == operand, takesNull: true);
        fields.Operation<string?>("neq", "Not equal to this.", text, static operand => value => value != operand, takesNull: true);
        Add(fields, text, "contains", "Contains this", static (value, operand) => value.Contains(operand, StringComparison.Ordinal));
        fields.Memberships(text, static value => value, StringComparer.Ordinal);
        Add(fields, text, "startsWith", "Starts with this", static (value, operand) => value.StartsWith(operand, StringComparison.Ordinal));
        Add(fields, text, "endsWith", "Ends with this", static (value, operand) => value.EndsWith(operand, StringComparison.Ordinal));
    }

    private static void Add(
        FilterFieldCollection<string?> fields, Input text, string name, string description, Func<string, string, bool> matches)
    {
        fields.Operation<string>(
            name,
            $"{description}, letter by letter.",
            text,
            operand => value => value is not null && matches(value, operand),
            isExpensive: true);
        fields.Operation<string>(
            $"n{name}",
            $"Not: {char.ToLowerInvariant(description[0])}{description[1..]}, letter by letter. True of null.",
            text,
            operand => value => value is null || !matches(value, operand),
            isExpensive: true);
    }
}

/// <summary>An id, which is compared as a whole.</summary>
internal readonly record struct IdText(string? Value);

/// <summary>Comparisons of ids, letter by letter.</summary>
internal sealed class IdOperations() : FilterDefinition<IdText>("IdOperationFilterInput")
{
    protected override bool Combines => false;

    protected override void AddFields(FilterFieldCollection<IdText> fields)
    {
        var id = fields.Types.InputId();
        fields.Operation<string?>("eq", "Equal to this.", id, static operand => item => item.Value == operand, takesNull: true);
        fields.Operation<string?>("neq", "Not equal to this.", id, static operand => item => item.Value != operand, takesNull: true);
        fields.Memberships(id, static item => item.Value, StringComparer.Ordinal);
    }
}

/// <summary>Comparisons of values that have an order. Null is neither less nor greater than anything.</summary>
/// <param name="name">The name of the input type.</param>
/// <param name="less">Whether a value is less than another.</param>
/// <param name="atMost">Whether a value is less than another, or equal.</param>
internal sealed class ComparableOperations<T>(string name, Func<T, T, bool> less, Func<T, T, bool> atMost) : FilterDefinition<T?>(name)
    where T : struct
{
    protected override bool Combines => false;

    protected override void AddFields(FilterFieldCollection<T?> fields)
    {
        var operand = fields.Types.Input(typeof(T));
        fields.Equality(operand);
        fields.Memberships(operand, static value => value);
        Add("gt", "Greater than this", (value, than) => less(than, value));
        Add("gte", "Greater than this, or equal", (value, than) => atMost(than, value));
        Add("lt", "Less than this", less);
        Add("lte", "Less than this, or equal", atMost);

        void Add(string name, string description, Func<T, T, bool> matches)
        {
            fields.Operation<T>(name, $"{description}.", operand, than => value => value is { } one && matches(one, than));
            fields.Operation<T>(
                $"n{name}",
                $"Not: {char.ToLowerInvariant(description[0])}{description[1..]}. True of null.",
                operand,
                than => value => value is not { } one || !matches(one, than));
        }
    }
}

internal sealed class BooleanOperations() : FilterDefinition<bool?>("BooleanOperationFilterInput")
{
    protected override bool Combines => false;

    protected override void AddFields(FilterFieldCollection<bool?> fields) => fields.Equality(fields.Types.Input(typeof(bool)));
}

/// <summary>Comparisons of an enum's values, with or without null.</summary>
internal sealed class EnumOperations<T>(string name, Type type) : FilterDefinition<T>(name)
{
    protected override bool Combines => false;

    protected override void AddFields(FilterFieldCollection<T> fields)
    {
        var operand = fields.Types.Input(type);
        fields.Equality(operand, takesNull: default(T) is null);
        fields.Memberships(default(T) is null ? operand : operand.NonNull(), static value => value);
    }
}

/// <summary>Conditions on the items of a list.</summary>
internal sealed class ListOperations<TItem>(string name) : FilterDefinition<IEnumerable<TItem>>(name)
{
    protected override bool Combines => false;

    protected override void AddFields(FilterFieldCollection<IEnumerable<TItem>> fields)
    {
        Add("all", "All items meet this.", static condition => items => items.All(condition));
        Add("none", "No item meets this.", static condition => items => !items.Any(condition));
        Add("some", "At least one item meets this.", static condition => items => items.Any(condition));
        fields.Operation<bool>(
            "any", "Whether there are items.", fields.Types.Input(typeof(bool)), static hasAny => items => items.Any() == hasAny);

        void Add(string name, string description, Func<Func<TItem, bool>, Func<IEnumerable<TItem>, bool>> read)
        {
            var cost = fields.Types.Costs.Filtering.DefaultFilterOperationCost;
            fields.Nested(name, description, isNullable: true, read, operations: 1, cost);
        }
    }
}

internal static class FilterOperations
{
    public static void Equality<T>(this FilterFieldCollection<T> fields, Input operand, bool takesNull = true)
    {
        var equality = EqualityComparer<T>.Default;
        fields.Operation<T>("eq", "Equal to this.", operand, operand => value => equality.Equals(value, operand), takesNull);
        fields.Operation<T>("neq", "Not equal to this.", operand, operand => value => !equality.Equals(value, operand), takesNull);
    }
}
