using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Definitions;

/// <summary>Defines an input object type.</summary>
internal interface IInputObjectDefinition
{
    /// <summary>Adds the fields, and the binding to the C# type.</summary>
    void Complete(InputObjectType type, TypeContext types);
}

/// <summary>Defines the input object type of a C# type.</summary>
public abstract class InputObjectDefinition<T>(string name, string? description, bool isOneOf = false)
    : NamedDefinition(typeof(T), name, description), IInputObjectDefinition
    where T : notnull
{
    internal sealed override NamedType Create(DefinitionSet definitions) => new InputObjectType(Name, Description, isOneOf);

    internal sealed override Input? ListOf(TypeContext types, Type itemType, Input item, bool asList, int maxItems) =>
        itemType == typeof(T) ? types.InputList<T>(item, asList, maxItems) : null;

    void IInputObjectDefinition.Complete(InputObjectType type, TypeContext types)
    {
        AddFields(new InputFieldCollection(type, types), types);
        type.Binding = new InputObjectBinding(type, (values, _, _) => Create(new InputValues(values)));
    }

    protected abstract void AddFields(InputFieldCollection fields, TypeContext types);

    /// <param name="values">The values of the fields, in the order in which they were added.</param>
    protected abstract T Create(InputValues values);
}

/// <summary>The fields of an input object type.</summary>
public sealed class InputFieldCollection
{
    private readonly InputObjectType _type;
    private readonly TypeContext _types;

    internal InputFieldCollection(InputObjectType type, TypeContext types) => (_type, _types) = (type, types);

    /// <param name="name">The name.</param>
    /// <param name="description">The description; null for none.</param>
    /// <param name="type">The type.</param>
    /// <param name="defaultValue">The default value as a GraphQL literal; null for none.</param>
    /// <param name="deprecationReason">Why the field is deprecated; null if it is not.</param>
    /// <param name="cost">The weight in an operation's cost; null for none.</param>
    /// <param name="member">The name of the C# property; null if no description is asked for by it.</param>
    public void Add(
        string name,
        string? description,
        Input type,
        string? defaultValue = null,
        string? deprecationReason = null,
        double? cost = null,
        string? member = null)
    {
        if (!_type.TryAdd(_types.Argument(name, description, type, defaultValue, deprecationReason, cost, member)))
        {
            _types.Errors.Add($"`{_type}.{name}` is defined twice.");
        }
    }
}

/// <summary>The values of an input object's fields.</summary>
public readonly struct InputValues
{
    private readonly object?[] _values;

    internal InputValues(object?[] values) => _values = values;

    /// <summary>The value of a field; the C# type's default if it is null or omitted.</summary>
    public T Get<T>(int index) => _values[index] is { } value && value != InputObjectBinding.Missing ? (T)value : default!;

    /// <summary>Whether the field was provided, or has a default value.</summary>
    public bool Has(int index) => _values[index] != InputObjectBinding.Missing;
}
