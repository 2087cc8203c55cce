using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Data;

/// <summary>
/// Defines an input object type whose value is an order: each of its fields is a key. What the generator writes of an object type derives
/// from it.
/// </summary>
/// <typeparam name="T">The C# type of the values to be ordered.</typeparam>
public abstract class SortDefinition<T>(string name)
    : NamedDefinition(typeof(Order<T>), name, "Keys to sort by. The first one that differs decides."), IInputObjectDefinition
{
    internal sealed override NamedType Create(DefinitionSet definitions) => new InputObjectType(Name, Description, isOneOf: false);

    void IInputObjectDefinition.Complete(InputObjectType type, TypeContext types)
    {
        var fields = new SortFieldCollection<T>(type, types);
        AddFields(fields);
        foreach (var described in types.DescribedFieldsOf(typeof(T)))
        {
            described.Resolver?.Accept(new DescribedKey(fields, described));
        }

        type.Binding = fields.Bind();
    }

    protected abstract void AddFields(SortFieldCollection<T> fields);

    /// <summary>Adds a field that is described in code, whose values are scalars.</summary>
    private sealed class DescribedKey(SortFieldCollection<T> fields, FieldDescriptor field) : IFieldVisitor
    {
        public OutputField? Visit<TParent, TValue>(Func<TParent, TValue> read)
        {
            if (read is Func<T, TValue> key)
            {
                fields.Leaf(field.Name, field.Text, key);
            }

            return null;
        }
    }
}

/// <summary>The fields of a sort input, each of which is a key.</summary>
/// <typeparam name="T">The C# type of the values to be ordered.</typeparam>
public sealed class SortFieldCollection<T>
{
    private readonly InputObjectType _type;
    private readonly TypeContext _types;
    private readonly List<Func<object, IEnumerable<Comparison<T>>>> _keys = [];

    internal SortFieldCollection(InputObjectType type, TypeContext types) => (_type, _types) = (type, types);

    /// <summary>
    /// Adds a property whose value is a scalar or an enum's. Null is the least value, and text is compared by its letters.
    /// </summary>
    public void Leaf<TKey>(string name, string? description, Func<T, TKey> read)
    {
        var comparer = typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default;
        var cost = _types.Costs.Sorting.DefaultSortOperationCost;
        Add(name, description, typeof(SortDirection), cost, direction => (SortDirection)direction == SortDirection.Ascending
            ? [(one, other) => comparer.Compare(Key(one), Key(other))]
            : [(one, other) => comparer.Compare(Key(other), Key(one))]);

        // As in HotChocolate, an object that is null has the default of the key's type.
        TKey? Key(T value) => value is null ? default : read(value);
    }

    /// <summary>Adds a property whose value is an object with keys.</summary>
    public void Object<TValue>(string name, string? description, Func<T, TValue?> read)
        where TValue : class
    {
        Add(name, description, typeof(Order<TValue>), cost: null, order => ((Order<TValue>)order).Keys.Select(
            key => (Comparison<T>)((one, other) => key(Value(one)!, Value(other)!))));

        TValue? Value(T value) => value is null ? null : read(value);
    }

    // The keys have the order in which they are written.
    internal InputBinding Bind() => new InputObjectBinding(_type, (values, given, coercion) =>
    {
        var keys = new List<Comparison<T>>();
        if (coercion.IsVariable)
        {
            return new Order<T>(keys);
        }

        foreach (var index in given.Fields!.Select(field => _type.IndexOf(field.Name)))
        {
            if (values[index] is null)
            {
                coercion.Enter(_type.Fields[index].Name);
                coercion.Refuse("expects a value, not null");
                return null;
            }

            if (values[index] != InputObjectBinding.Missing)
            {
                keys.AddRange(_keys[index](values[index]!));
            }
        }

        return new Order<T>(keys);
    });

    private void Add(string name, string? description, Type type, double? cost, Func<object, IEnumerable<Comparison<T>>> keys)
    {
        if (_type.TryAdd(_types.Argument(name, description, _types.Input(type), cost: cost)))
        {
            _keys.Add(keys);
        }
        else
        {
            _types.Errors.Add($"`{_type}.{name}` is defined twice.");
        }
    }
}

internal sealed class SortDirectionDefinition() : EnumDefinition<SortDirection>("SortEnumType", "The direction of a key.")
{
    protected override EnumValue[] Values =>
    [
        new(
            "ASC",
            "The least value first. Null is less than anything, text goes by its letters, and enum values have the order of the schema.",
            null,
            SortDirection.Ascending),
        new("DESC", "The greatest value first.", null, SortDirection.Descending),
    ];

    protected override int IndexOf(SortDirection value) => (int)value;
}
