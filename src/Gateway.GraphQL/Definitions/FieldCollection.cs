using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>The fields of an object or interface type.</summary>
/// <typeparam name="TParent">The C# type of the objects.</typeparam>
public sealed class FieldCollection<TParent>
{
    private readonly ComplexType _type;
    private readonly TypeContext _types;
    private readonly Type _source;

    internal FieldCollection(ComplexType type, TypeContext types, Type source) => (_type, _types, _source) = (type, types, source);

    /// <summary>Adds a field that is read from its parent object.</summary>
    public void Property<TValue>(
        string name,
        string? description,
        Output<TValue> type,
        Func<TParent, TValue> read,
        string? deprecationReason = null,
        double? cost = null,
        int? listSize = null) =>
        Add(new OutputField(name, description, type.Type, [], deprecationReason)
        {
            Resolver = new PropertyField<TParent, TValue>(read, type.Writer),
            Cost = cost,
            ListSize = listSize,
        });

    /// <summary>Adds a field with a resolver, which may take arguments, services or the context.</summary>
    public void Method<TValue>(
        string name,
        string? description,
        Output<TValue> type,
        InputField[] arguments,
        Func<TParent, ResolverContext, TValue> resolve,
        string? deprecationReason = null,
        double? cost = null,
        int? listSize = null,
        Slicing? slicing = null) =>
        Add(new OutputField(name, description, type.Type, arguments, deprecationReason)
        {
            Resolver = new MethodField<TParent, TValue>(resolve, type.Writer),
            Cost = cost,
            ListSize = listSize,
            Slicing = slicing,
        });

    /// <summary>Adds a field that is read from its parent object, and shaped by its arguments where a document has any.</summary>
    public void Shaped<TValue>(
        string name,
        string? description,
        Output<TValue> type,
        InputField[] arguments,
        Func<TParent, TValue> read,
        Func<TValue, ResolverContext, TValue> shape,
        string? deprecationReason = null,
        double? cost = null,
        int? listSize = null) =>
        Add(new OutputField(name, description, type.Type, arguments, deprecationReason)
        {
            Resolver = new ShapedField<TParent, TValue>(read, shape, type.Writer),
            Cost = cost,
            ListSize = listSize,
        });

    /// <summary>Adds a field whose resolver is asynchronous.</summary>
    public void AsyncMethod<TValue>(
        string name,
        string? description,
        Output<TValue> type,
        InputField[] arguments,
        Func<TParent, ResolverContext, ValueTask<TValue>> resolve,
        string? deprecationReason = null,
        double? cost = null,
        int? listSize = null,
        Slicing? slicing = null) =>
        Add(new OutputField(name, description, type.Type, arguments, deprecationReason)
        {
            Resolver = new AsyncField<TParent, TValue>(resolve, type.Writer),
            Cost = cost ?? CostWeights.AsyncResolver,
            ListSize = listSize,
            Slicing = slicing,
        });

    private void Add(OutputField field)
    {
        if (!_type.TryAdd(field))
        {
            _types.Errors.Add($"`{_type}.{field.Name}` is defined twice; the second time by {_source}.");
        }
    }
}
