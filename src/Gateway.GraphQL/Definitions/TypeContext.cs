using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Definitions;

/// <summary>The types of a schema in the making. A type becomes part of the schema when it is first asked for.</summary>
public sealed class TypeContext
{
    private readonly TypeRegistry _registry;
    private readonly DescribedMembers _described;

    internal TypeContext(TypeRegistry registry) => (_registry, _described) = (registry, new DescribedMembers(registry, this));

    internal List<string> Errors => _registry.Errors;

    public Output<T> Scalar<T>()
        where T : notnull =>
        Output<ScalarType<T>>(typeof(T)) is var type ? new() { Type = type, Writer = new ScalarWriter<T>(type) } : default;

    public Output<string> Id() =>
        _registry.Id() is var type ? new() { Type = type, Writer = new ScalarWriter<string>(type) } : default;

    public Output<T> Enum<T>()
        where T : notnull =>
        Output<EnumType>(typeof(T)) is var type ? new() { Type = type, Writer = new EnumWriter<T>(type) } : default;

    public Output<T> Object<T>() =>
        Output<ObjectType>(typeof(T)) is var type ? new() { Type = type, Writer = new ObjectWriter<T>(type) } : default;

    /// <summary>An interface or union.</summary>
    public Output<T> Abstract<T>()
        where T : notnull =>
        Output<NamedType>(typeof(T)) is var type ? new() { Type = type, Writer = new AbstractWriter<T>(type) } : default;

    public Output<TList> List<TList, TItem>(Output<TItem> item)
        where TList : IEnumerable<TItem>
    {
        ValueWriter<TList> writer = new ListWriter<TList, TItem>(item.Writer);
        if (item.Type.Nullable is ScalarType or EnumType && _registry.TextOf(typeof(TList)) is { } text)
        {
            writer = (ValueWriter<TList>)text.Bind(writer);
        }

        return new() { Type = new ListType(item.Type), Writer = writer };
    }

    /// <summary>A scalar, enum or input object as input.</summary>
    public Input Input(Type type) => Input(_registry.Input(type)
        ?? throw new SchemaException($"{type} has no definition as an input: call AddGeneratedTypes of its assembly."));

    public Input InputId() => Input(_registry.Id());

    /// <summary>A list as input.</summary>
    /// <param name="item">The type of the items.</param>
    /// <param name="asList">Whether the C# type is a <see cref="List{T}"/>; else it is an array.</param>
    /// <param name="maxItems">The most items, together with those of lists within lists.</param>
    public Input InputList<TItem>(Input item, bool asList = false, int maxItems = int.MaxValue)
    {
        item.Type.Named.AddList(maxItems);
        return new(new ListType(item.Type), new ListBinding<TItem>(item.Binding, asList, maxItems));
    }

    /// <inheritdoc cref="InputFieldCollection.Add" />
    public InputField Argument(
        string name,
        string? description,
        Input type,
        string? defaultValue = null,
        string? deprecationReason = null,
        double? cost = null,
        string? member = null) =>
        new(name, description, type.Type, Parse(defaultValue, name), deprecationReason)
        {
            Binding = type.Binding,
            Cost = cost,
            MemberName = member,
        };

    /// <summary>Notes that the resolver of a field needs a service.</summary>
    /// <param name="coordinate">The field's type and name, for errors.</param>
    public void UseService<T>(string coordinate) => _registry.Services.Add(new ServiceUse(typeof(T), coordinate));

    /// <summary>Configures a field by its attributes.</summary>
    /// <param name="coordinate">The field's type and name, for errors.</param>
    /// <param name="hasContext">Whether the resolver has an <see cref="IResolverContext"/>, which added arguments are read from.</param>
    /// <param name="attributes">The attributes.</param>
    public DescribedField Configure(string coordinate, bool hasContext, params ObjectFieldDescriptorAttribute[] attributes) =>
        _described.Configure(coordinate, hasContext, attributes);

    /// <summary>Creates a field that is described in code. Null, with an error added, if it can't be.</summary>
    internal OutputField? CreateField(FieldDescriptor descriptor, ObjectType type) => _described.CreateField(descriptor, type);

    /// <summary>Gets the fields of a C# type that are described in code.</summary>
    internal Func<Type, IEnumerable<FieldDescriptor>> DescribedFieldsOf { get; init; } = static _ => [];

    /// <summary>The weights of filters and orders.</summary>
    internal CostOptions Costs { get; init; } = new();

    /// <summary>Adds a definition that is made while the schema is built, unless its C# type has one.</summary>
    internal void Define(TypeDefinition definition) => _registry.Definitions.Add(definition);

    /// <summary>Whether a C# type is defined as an input.</summary>
    internal bool IsInput(Type type) =>
        _registry.Definitions.Input(type) is not null || _registry.Definitions.Output(type) is { IsLeaf: true };

    internal static Input Input(NamedType type) => new(type, InputBinding.Of(type));

    private TType Output<TType>(Type type)
        where TType : NamedType =>
        _registry.Output(type) as TType
            ?? throw new SchemaException($"{type} has no definition as a result: call AddGeneratedTypes of its assembly.");

    private ValueNode? Parse(string? literal, string name)
    {
        try
        {
            return literal is null ? null : Utf8GraphQLParser.ParseValue(literal);
        }
        catch (SyntaxException exception)
        {
            Errors.Add($"The default of `{name}` is no GraphQL literal: {exception.Message}");
            return null;
        }
    }
}
