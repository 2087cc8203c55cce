using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>A root type. Its fields come from a class, from extensions, or from both.</summary>
/// <param name="name">The name of a root type without a class.</param>
/// <param name="type">The class; null for none.</param>
internal sealed class RootDefinition(string name, Type? type = null) : IObjectTypeDescriptor
{
    public string Name { get; private set; } = name;

    public string? Description { get; private set; }

    public Type? Type => type;

    IObjectTypeDescriptor IObjectTypeDescriptor.Name(string value)
    {
        Name = value;
        return this;
    }

    IObjectTypeDescriptor IObjectTypeDescriptor.Description(string? value)
    {
        Description = value;
        return this;
    }
}
