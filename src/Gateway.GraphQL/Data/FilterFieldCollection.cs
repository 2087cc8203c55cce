using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Data;

/// <summary>The fields of a filter input, each of which becomes a condition.</summary>
/// <typeparam name="T">The C# type of the values that the conditions are on.</typeparam>
public sealed class FilterFieldCollection<T>
{
    private readonly InputObjectType _type;
    private readonly TypeContext _types;
    private readonly List<Factory> _factories = [];

    internal FilterFieldCollection(InputObjectType type, TypeContext types) => (_type, _types) = (type, types);

    /// <summary>Makes a condition of a field's coerced value. Null if it is refused.</summary>
    private delegate Filter<T>? Factory(object? value, InputCoercion coercion);

    internal TypeContext Types => _types;

    private FilterCostOptions Costs => _types.Costs.Filtering;

    /// <summary>Adds a property whose value is a scalar.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">The description; null for none.</param>
    /// <param name="read">Reads the property.</param>
    /// <param name="isNullable">Whether the property may be null.</param>
    /// <typeparam name="TValue">The scalar's C# type, with null.</typeparam>
    public void Leaf<TValue>(string name, string? description, Func<T, TValue> read, bool isNullable = true) =>
        Nested<TValue>(name, description, isNullable, condition => item => condition(read(item)));

    /// <summary>Adds a property whose value is an id.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">The description; null for none.</param>
    /// <param name="read">Reads the property.</param>
    /// <param name="isNullable">Whether the property may be null.</param>
    public void Id(string name, string? description, Func<T, string?> read, bool isNullable = true) =>
        Nested<IdText>(name, description, isNullable, condition => item => condition(new IdText(read(item))));

    /// <summary>Adds a property whose value is an enum's, with or without null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">The description; null for none.</param>
    /// <param name="operations">The name of the input type.</param>
    /// <param name="type">The enum.</param>
    /// <param name="read">Reads the property.</param>
    public void Enum<TValue>(string name, string? description, string operations, Type type, Func<T, TValue> read)
    {
        _types.Define(new EnumOperations<TValue>(operations, type));
        Nested<TValue>(name, description, isNullable: true, condition => item => condition(read(item)));
    }

    /// <summary>Adds a property whose value is an object. Null meets no condition.</summary>
    public void Object<TValue>(string name, string? description, Func<T, TValue?> read) =>
        Nested<TValue>(name, description, isNullable: true, condition => item => read(item) is { } value && condition(value));

    /// <summary>Adds a property whose value is a struct or null. Null meets no condition.</summary>
    public void Struct<TValue>(string name, string? description, Func<T, TValue?> read)
        where TValue : struct =>
        Nested<TValue>(name, description, isNullable: true, condition => item => read(item) is { } value && condition(value));

    /// <summary>Adds a property whose value is a list. Null meets no condition.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">The description; null for none.</param>
    /// <param name="operations">The name of the input type.</param>
    /// <param name="read">Reads the property.</param>
    public void List<TItem>(string name, string? description, string operations, Func<T, IEnumerable<TItem>?> read)
    {
        _types.Define(new ListOperations<TItem>(operations));
        Object(name, description, read);
    }

    /// <summary>Adds a property whose value is a list of an enum's values. Null meets no condition.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">The description; null for none.</param>
    /// <param name="operations">The name of the input type of an item.</param>
    /// <param name="type">The enum.</param>
    /// <param name="read">Reads the property.</param>
    public void EnumList<TItem>(string name, string? description, string operations, Type type, Func<T, IEnumerable<TItem>?> read)
    {
        _types.Define(new EnumOperations<TItem>(operations, type));
        List(name, description, $"List{operations}", read);
    }

    internal InputBinding Bind() => new InputObjectBinding(_type, (values, _, coercion) => Create(values, coercion));

    internal void Combination(string name, string description, Func<IReadOnlyList<Filter<T>>, Filter<T>> combine) => Add(
        name,
        description,
        _types.InputList<Filter<T>>(_types.Input(typeof(Filter<T>)).NonNull(), maxItems: Filter<T>.MaxItems),
        cost: null,
        (value, _) => combine(value as Filter<T>[] ?? []));

    /// <summary>Adds a comparison.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">The description.</param>
    /// <param name="operand">The type of what values are compared with.</param>
    /// <param name="create">Makes the condition.</param>
    /// <param name="takesNull">Whether values can be compared with null.</param>
    /// <param name="isExpensive">Whether the comparison searches a text, which weighs more.</param>
    internal void Operation<TOperand>(
        string name,
        string description,
        Input operand,
        Func<TOperand, Func<T, bool>> create,
        bool takesNull = false,
        bool isExpensive = false)
    {
        var cost = isExpensive ? Costs.DefaultExpensiveFilterOperationCost : Costs.DefaultFilterOperationCost;
        Add(name, description, operand, cost, (value, coercion) => value is null && !takesNull
            ? RefuseNull(coercion)
            : new Filter<T>(create((TOperand)value!), 1, ComparesNull: value is null));
    }

    /// <summary>Adds the comparisons with a list.</summary>
    internal void Memberships<TItem>(Input item, Func<T, TItem> read, IEqualityComparer<TItem>? comparer = null)
    {
        foreach (var isIn in (bool[])[true, false])
        {
            var (name, description) = isIn ? ("in", "Equal to one of these.") : ("nin", "Equal to none of these.");
            var list = _types.InputList<TItem>(item, maxItems: Filter<T>.MaxItems);
            Add(name, description, list, Costs.DefaultFilterOperationCost, (value, coercion) =>
            {
                if (value is not TItem[] values)
                {
                    return RefuseNull(coercion);
                }

                var set = values.ToHashSet(comparer);
                return new Filter<T>(one => set.Contains(read(one)) == isIn, 1, Array.Exists(values, static one => one is null));
            });
        }
    }

    /// <summary>Adds a field whose value is a condition on something else.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">The description; null for none.</param>
    /// <param name="isNullable">Whether that may be null.</param>
    /// <param name="read">Makes the condition on this of one on that.</param>
    /// <param name="operations">How many comparisons it adds.</param>
    /// <param name="cost">The weight in an operation's cost; null for none.</param>
    internal void Nested<TValue>(
        string name,
        string? description,
        bool isNullable,
        Func<Func<TValue, bool>, Func<T, bool>> read,
        int operations = 0,
        double? cost = null) =>
        Add(name, description, _types.Input(typeof(Filter<TValue>)), cost, (value, coercion) => value is not Filter<TValue> filter
            ? RefuseNull(coercion)
            : filter.ComparesNull && !isNullable ? Refuse(coercion, "is compared with null, which it never is")
            : filter.Of(read) with { Operations = filter.Operations + operations });

    private static Filter<T>? RefuseNull(InputCoercion coercion) => Refuse(coercion, "expects a value, not null");

    private static Filter<T>? Refuse(InputCoercion coercion, string fault)
    {
        coercion.Refuse(fault);
        return null;
    }

    private void Add(string name, string? description, Input type, double? cost, Factory factory)
    {
        if (_type.TryAdd(_types.Argument(name, description, type, cost: cost)))
        {
            _factories.Add(factory);
        }
        else
        {
            _types.Errors.Add($"`{_type}.{name}` is defined twice.");
        }
    }

    private Filter<T>? Create(object?[] values, InputCoercion coercion)
    {
        if (coercion.IsVariable)
        {
            return Filter<T>.All([]);
        }

        var filters = new List<Filter<T>>();
        for (var index = 0; index < values.Length; index++)
        {
            if (values[index] == InputObjectBinding.Missing)
            {
                continue;
            }

            coercion.Enter(_type.Fields[index].Name);
            if (_factories[index](values[index], coercion) is not { } filter)
            {
                return null;
            }

            coercion.Leave();
            filters.Add(filter);
        }

        var all = Filter<T>.All(filters);
        return all.Operations <= Filter<T>.MaxOperations
            ? all
            : Refuse(coercion, FormattableString.Invariant($"has {all.Operations} operations; {Filter<T>.MaxOperations} are the most"));
    }
}
