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

    public Type? ResultType { get; set; }

    public IList<DirectiveConfiguration> Directives => throw null!;

    public PureFieldDelegate? PureResolver { get; set; }

    public IList<FieldMiddlewareConfiguration> MiddlewareConfigurations => throw null!;
}

public sealed class FieldMiddlewareConfiguration
{
    public FieldMiddlewareConfiguration(FieldMiddleware middleware, bool isRepeatable = true, string? key = null) => throw null!;

    public string? Key => throw null!;
}

public sealed class DirectiveConfiguration
{
    private DirectiveConfiguration() => throw null!;

    public object Value => throw null!;
}

public class ArgumentConfiguration : TypeSystemConfiguration
{
    public string Name { get; set; } = null!;

    public IList<IInputValueFormatter> Formatters => throw null!;
}

public class EnumTypeConfiguration : TypeSystemConfiguration;

public class EnumValueConfiguration : TypeSystemConfiguration;
