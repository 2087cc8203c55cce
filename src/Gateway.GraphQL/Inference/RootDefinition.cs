using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Inference;

/// <summary>A root type: of a class, or without one and filled by extensions.</summary>
internal sealed record RootDefinition(string Name, string? Description = null, Type? Type = null)
{
    public static RootDefinition Of(Type type) => new(NamingConventions.OfOutputType(type), Type: type);

    public static RootDefinition Describe(string name, Action<IObjectTypeDescriptor> configure)
    {
        var descriptor = new Descriptor(new RootDefinition(name));
        configure(descriptor);
        return descriptor.Definition;
    }

    private sealed class Descriptor(RootDefinition definition) : IObjectTypeDescriptor
    {
        public RootDefinition Definition { get; private set; } = definition;

        public IObjectTypeDescriptor Name(string value)
        {
            Definition = Definition with { Name = value };
            return this;
        }

        public IObjectTypeDescriptor Description(string? value)
        {
            Definition = Definition with { Description = value };
            return this;
        }
    }
}
