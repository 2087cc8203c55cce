using HotChocolate.Resolvers;

namespace HotChocolate.Types.Descriptors.Configurations;

public abstract class TypeSystemConfiguration;

public class ObjectTypeConfiguration : TypeSystemConfiguration
{
    public string Name { get; set; } = null!;

    public IList<ObjectFieldConfiguration> Fields => throw null!;
}

public class ObjectFieldConfiguration : TypeSystemConfiguration
{
    public string Name { get; set; } = null!;

    public PureFieldDelegate? PureResolver { get; set; }

    public IList<FieldMiddlewareConfiguration> MiddlewareConfigurations => throw null!;
}

public sealed class FieldMiddlewareConfiguration
{
    public FieldMiddlewareConfiguration(FieldMiddleware middleware, bool isRepeatable = true, string? key = null) => throw null!;
}

public class ArgumentConfiguration : TypeSystemConfiguration;

public class EnumTypeConfiguration : TypeSystemConfiguration;

public class EnumValueConfiguration : TypeSystemConfiguration;
