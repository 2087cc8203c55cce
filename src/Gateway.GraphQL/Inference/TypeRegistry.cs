using System.Reflection;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Scalars;

namespace Gateway.GraphQL.Inference;

/// <summary>
/// The named types discovered so far, by their C# types. A type is registered when it is first used, and gets its members later from a
/// queue. So types can refer to each other in any order.
/// </summary>
internal sealed class TypeRegistry : ITypeRegistry
{
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, InputObjectType> _inputs = [];
    private readonly Dictionary<Type, ScalarType> _scalars = [];
    private readonly Dictionary<Type, IDescribedEnum> _enums = [];
    private readonly Queue<Action> _unfinished = [];
    private readonly IdType _id = new();
    private readonly DefinitionSet _definitions;
    private readonly IReadOnlyList<ListText> _listTexts;

    public TypeRegistry(IEnumerable<IDescribedEnum> describedEnums, DefinitionSet definitions, IReadOnlyList<ListText> listTexts)
    {
        (_definitions, _listTexts) = (definitions, listTexts);
        ScalarType[] known =
        [
            new WholeNumberType<int>("Int", "A whole number of 32 bits, signed."),
            new FloatType(),
            new StringType(),
            new BooleanType(),
            new WholeNumberType<long>(
                "Long", "A whole number of 64 bits, signed.", "https://scalars.graphql.org/chillicream/long.html"),
            new DateTimeType(),
        ];
        foreach (var scalar in known)
        {
            _scalars[scalar.RuntimeType] = scalar;
        }

        foreach (var described in describedEnums)
        {
            _enums[described.RuntimeType] = described;
        }

        String = Scalar<StringType>(typeof(string));
        Boolean = Scalar<BooleanType>(typeof(bool));
        ScalarType Scalar<T>(Type type) => (ScalarType)Register(_scalars[type], typeof(T));
    }

    /// <summary>Adds the fields of an object or interface type. Called once for each type.</summary>
    public Action<ComplexType, Type>? OnComplexType { get; init; }

    /// <summary>Adds the fields of an input object type. Called once for each type.</summary>
    public Action<InputObjectType, Type>? OnInputObjectType { get; init; }

    /// <summary>Creates the arguments that attributes add to a field.</summary>
    public Func<ArgumentDescriptor, InputField?>? OnDescribedArgument { get; init; }

    public ScalarType String { get; }

    public ScalarType Boolean { get; }

    public IReadOnlyCollection<NamedType> Types => _byName.Values;

    /// <summary>The object, interface and union types, by C# type.</summary>
    public IReadOnlyDictionary<Type, NamedType> Outputs => _outputs;

    public List<string> Errors { get; } = [];

    /// <summary>The output type of a C# type, registered on first use. Null if there is none.</summary>
    public NamedType? Output(Type type, bool isId)
    {
        if (Leaf(type, isId) is { } leaf)
        {
            return leaf;
        }

        if (_outputs.TryGetValue(type, out var known) || !CanBeObject(type))
        {
            return known;
        }

        var created = _definitions.Output(type)?.Create(DescriptorContext.Instance) ?? InferOutput(type);
        _outputs.Add(type, created);
        Register(created, type);
        if (created is ComplexType complex)
        {
            _unfinished.Enqueue(() => OnComplexType!(complex, type));
        }

        return created;
    }

    /// <summary>The input type of a C# type, registered on first use. Null if there is none.</summary>
    public NamedType? Input(Type type, bool isId)
    {
        if (Leaf(type, isId) is { } leaf)
        {
            return leaf;
        }

        if (_inputs.TryGetValue(type, out var known) || !CanBeObject(type) || type.IsInterface || type.IsAbstract)
        {
            return known;
        }

        var created = (InputObjectType?)_definitions.Input(type)?.Create(DescriptorContext.Instance) ?? new InputObjectType(
            NamingConventions.OfInputType(type), Annotations.DescriptionOf(type), type.IsDefined(typeof(OneOfAttribute)));
        _inputs.Add(type, created);
        Register(created, type);
        _unfinished.Enqueue(() => OnInputObjectType!(created, type));
        return created;
    }

    /// <summary>Adds a root type without a C# type of its own.</summary>
    public ObjectType AddRoot(string name, string? description)
    {
        var root = new ObjectType(name, description);
        Register(root, typeof(object));
        return root;
    }

    /// <summary>Adds the members of all registered types, including types that are discovered on the way.</summary>
    public void Finish()
    {
        while (_unfinished.TryDequeue(out var finish))
        {
            finish();
        }
    }

    public ListText? TextOf(Type list) => _listTexts.FirstOrDefault(text => text.ListType == list);

    public DescribedField Configure(string coordinate, bool hasContext, IReadOnlyList<ObjectFieldDescriptorAttribute> attributes)
    {
        var descriptor = new FieldDescriptor(coordinate);
        foreach (var attribute in attributes)
        {
            attribute.Configure(DescriptorContext.Instance, descriptor, member: null);
        }

        if (!hasContext && descriptor.Arguments is [var lost, ..])
        {
            Errors.Add($"`{coordinate}({lost.Name}:)`: the resolver has no {nameof(Execution.IResolverContext)} to read it from.");
        }

        var arguments = new List<InputField>();
        foreach (var described in descriptor.Arguments)
        {
            if (OnDescribedArgument!(described) is { } argument)
            {
                arguments.Add(argument);
            }
            else
            {
                Errors.Add($"`{coordinate}({described.Name}:)`: {described.RuntimeType} has no GraphQL type as an argument.");
            }
        }

        return new DescribedField(descriptor.Text, arguments);
    }

    private static NamedType InferOutput(Type type)
    {
        var name = NamingConventions.OfOutputType(type);
        var description = Annotations.DescriptionOf(type);
        return type.IsDefined(typeof(UnionTypeAttribute)) ? new UnionType(name, description)
            : type.IsInterface || type.IsAbstract ? new InterfaceType(name, description)
            : new ObjectType(name, description) { Cost = Annotations.CostOf(type) };
    }

    private NamedType? Leaf(Type type, bool isId)
    {
        if (isId)
        {
            return type == typeof(string) ? Register(_id, typeof(IdType)) : null;
        }

        if (_scalars.TryGetValue(type, out var scalar))
        {
            return Register(scalar, scalar.GetType());
        }

        var definition = _definitions.Output(type);
        if (!type.IsEnum && !_enums.ContainsKey(type) && definition is not { IsLeaf: true })
        {
            return null;
        }

        if (!_outputs.TryGetValue(type, out var known))
        {
            _outputs.Add(type, known = definition?.Create(DescriptorContext.Instance) ?? CreateEnum(type));
            Register(known, type);
        }

        return known;
    }

    private EnumType CreateEnum(Type type) => new(
        NamingConventions.OfOutputType(type),
        Annotations.DescriptionOf(type),
        _enums.TryGetValue(type, out var described) ? described.Describe(DescriptorContext.Instance) : ValuesOf(type));

    private static IReadOnlyList<EnumValue> ValuesOf(Type type) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !field.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .Select(field => new EnumValue(
                NamingConventions.OfEnumValue(field),
                Annotations.DescriptionOf(field),
                Annotations.DeprecationOf(field),
                field.GetValue(null)!)),
    ];

    private NamedType Register(NamedType type, Type source)
    {
        if (!_byName.TryAdd(type.Name, type) && _byName[type.Name] != type)
        {
            Errors.Add($"Two types are named `{type.Name}`; one of them stands for {source}.");
        }

        return type;
    }

    private static bool CanBeObject(Type type) =>
        type != typeof(object) && !type.IsPrimitive && !type.IsPointer && !type.IsGenericParameter && !type.IsArray
            && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true;
}
