namespace Gateway.GraphQL.Definitions;

/// <summary>Definitions by C# type. A type may be defined once for results and once for input.</summary>
internal sealed class DefinitionSet
{
    private readonly Dictionary<Type, NamedDefinition> _outputs = [];
    private readonly Dictionary<Type, NamedDefinition> _inputs = [];
    private readonly Dictionary<Type, TypeExtension> _extensions = [];
    private readonly Dictionary<Type, TypeDescription> _descriptions = [];

    /// <summary>Adds a definition, unless its C# type has one: two assemblies may both define a type that they share.</summary>
    public void Add(TypeDefinition definition)
    {
        switch (definition)
        {
            case TypeExtension extension:
                _extensions.TryAdd(extension.RuntimeType, extension);
                break;
            case TypeDescription description:
                _descriptions.TryAdd(description.RuntimeType, description);
                break;
            case NamedDefinition input and IInputObjectDefinition:
                _inputs.TryAdd(input.RuntimeType, input);
                break;
            case NamedDefinition output:
                _outputs.TryAdd(output.RuntimeType, output);
                break;
        }
    }

    public NamedDefinition? Output(Type type) => _outputs.GetValueOrDefault(type);

    public NamedDefinition? Input(Type type) => _inputs.GetValueOrDefault(type);

    public TypeExtension? Extension(Type type) => _extensions.GetValueOrDefault(type);

    public TypeDescription? Description(Type type) => _descriptions.GetValueOrDefault(type);
}
