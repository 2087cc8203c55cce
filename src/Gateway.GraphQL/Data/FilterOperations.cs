using Gateway.GraphQL.Definitions;

namespace Gateway.GraphQL.Data;

/// <summary>Comparisons of text, letter by letter (<see cref="StringComparison.Ordinal"/>). Null contains nothing.</summary>
internal sealed class StringOperations() : FilterDefinition<string?>("StringOperationFilterInput")
{
    protected override void AddFields(FilterFieldCollection<string?> fields)
    {
        var text = fields.Types.Input(typeof(string));
        fields.Operation<string?>("eq", text, static operand => value => value == operand, takesNull: true);
        fields.Operation<string?>("neq", text, static operand => value => value != operand, takesNull: true);
        Add(fields, text, "contains", static (value, operand) => value.Contains(operand, StringComparison.Ordinal));
        fields.Memberships(text, StringComparer.Ordinal);
        Add(fields, text, "startsWith", static (value, operand) => value.StartsWith(operand, StringComparison.Ordinal));
        Add(fields, text, "endsWith", static (value, operand) => value.EndsWith(operand, StringComparison.Ordinal));
    }

    private static void Add(FilterFieldCollection<string?> fields, Input text, string name, Func<string, string, bool> matches)
    {
        fields.Operation<string>(
            name, text, operand => value => value is not null && matches(value, operand), cost: DataCost.ExpensiveOperation);
        fields.Operation<string>(
            $"n{name}", text, operand => value => value is null || !matches(value, operand), cost: DataCost.ExpensiveOperation);
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
        fields.Memberships(operand);
        Add("gt", (value, than) => less(than, value));
        Add("gte", (value, than) => atMost(than, value));
        Add("lt", less);
        Add("lte", atMost);

        void Add(string name, Func<T, T, bool> matches)
        {
            fields.Operation<T>(name, operand, than => value => value is { } one && matches(one, than));
            fields.Operation<T>($"n{name}", operand, than => value => value is not { } one || !matches(one, than));
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
        fields.Memberships(default(T) is null ? operand : operand.NonNull());
    }
}

/// <summary>Conditions on the items of a list.</summary>
internal sealed class ListOperations<TItem>(string name) : FilterDefinition<IEnumerable<TItem>>(name)
{
    protected override bool Combines => false;

    protected override void AddFields(FilterFieldCollection<IEnumerable<TItem>> fields)
    {
        Add("all", static condition => items => items.All(condition));
        Add("none", static condition => items => !items.Any(condition));
        Add("some", static condition => items => items.Any(condition));
        fields.Operation<bool>("any", fields.Types.Input(typeof(bool)), static hasAny => items => items.Any() == hasAny);

        void Add(string name, Func<Func<TItem, bool>, Func<IEnumerable<TItem>, bool>> read) =>
            fields.Nested(name, description: null, isNullable: true, read, operations: 1, cost: DataCost.Operation);
    }
}

internal static class FilterOperations
{
    public static void Equality<T>(this FilterFieldCollection<T> fields, Input operand, bool takesNull = true)
    {
        fields.Operation<T>("eq", operand, static operand => value => EqualityComparer<T>.Default.Equals(value, operand), takesNull);
        fields.Operation<T>("neq", operand, static operand => value => !EqualityComparer<T>.Default.Equals(value, operand), takesNull);
    }
}
