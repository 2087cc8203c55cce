using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Scalars;

namespace Gateway.GraphQL.Definitions;

/// <summary>
/// The named types in use so far, by their C# types. A type is registered when it is first used, and gets its members later from a queue.
/// So types can refer to each other in any order.
/// </summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, InputObjectType> _inputs = [];
    private readonly Dictionary<Type, ScalarType> _scalars = [];
    private readonly Queue<Action> _unfinished = [];
    private readonly IdType _id = new();
    private readonly IReadOnlyList<ListText> _listTexts;

    public TypeRegistry(DefinitionSet definitions, IReadOnlyList<ListText> listTexts)
    {
        (Definitions, _listTexts) = (definitions, listTexts);
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

        String = (ScalarType)Register(_scalars[typeof(string)], typeof(StringType));
        Boolean = (ScalarType)Register(_scalars[typeof(bool)], typeof(BooleanType));
    }

    /// <summary>Adds the fields of an object or interface type. Called once for each type.</summary>
    public required Action<ComplexType, IComplexDefinition> OnComplexType { get; init; }

    /// <summary>Adds the fields of an input object type. Called once for each type.</summary>
    public required Action<InputObjectType, IInputObjectDefinition> OnInputObjectType { get; init; }

    public DefinitionSet Definitions { get; }

    public ScalarType String { get; }

    public ScalarType Boolean { get; }

    public IReadOnlyCollection<NamedType> Types => _byName.Values;

    /// <summary>The object, interface and union types, by C# type.</summary>
    public IReadOnlyDictionary<Type, NamedType> Outputs => _outputs;

    public List<string> Errors { get; } = [];

    public List<ServiceUse> Services { get; } = [];

    /// <summary>The output type of a C# type, registered on first use. Null if it has no definition.</summary>
    public NamedType? Output(Type type)
    {
        if (_scalars.TryGetValue(type, out var scalar))
        {
            return Register(scalar, scalar.GetType());
        }

        if (_outputs.TryGetValue(type, out var known) || Definitions.Output(type) is not { } definition)
        {
            return known;
        }

        var created = definition.Create(Definitions);
        _outputs.Add(type, created);
        Register(created, type);
        if (created is ComplexType complex)
        {
            _unfinished.Enqueue(() => OnComplexType(complex, (IComplexDefinition)definition));
        }

        return created;
    }

    /// <summary>The input type of a C# type, registered on first use. Null if it has no definition.</summary>
    public NamedType? Input(Type type)
    {
        if (_scalars.ContainsKey(type) || Definitions.Output(type) is { IsLeaf: true })
        {
            return Output(type);
        }

        if (_inputs.TryGetValue(type, out var known) || Definitions.Input(type) is not { } definition)
        {
            return known;
        }

        var created = (InputObjectType)definition.Create(Definitions);
        _inputs.Add(type, created);
        Register(created, type);
        _unfinished.Enqueue(() => OnInputObjectType(created, (IInputObjectDefinition)definition));
        return created;
    }

    public ScalarType<string> Id() => (ScalarType<string>)Register(_id, typeof(IdType));

    /// <summary>The stored JSON of lists of a C# type; null for none.</summary>
    public ListText? TextOf(Type list) => _listTexts.FirstOrDefault(text => text.ListType == list);

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

    private NamedType Register(NamedType type, Type source)
    {
        if (!_byName.TryAdd(type.Name, type) && _byName[type.Name] != type)
        {
            Errors.Add($"Two types are named `{type.Name}`; one of them stands for {source}.");
        }

        return type;
    }
}
