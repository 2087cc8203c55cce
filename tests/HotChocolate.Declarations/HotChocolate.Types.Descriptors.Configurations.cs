using HotChocolate.Resolvers;

namespace HotChocolate.Types.Descriptors.Configurations;

public abstract class TypeSystemConfiguration;

public interface IDirectiveConfigurationProvider
{
    IList<DirectiveConfiguration> Directives { get; }
}

public class ObjectTypeConfiguration : TypeSystemConfiguration
{
    public string Name { get; set; } = null!;

    public IList<ObjectFieldConfiguration> Fields => throw null!;
}

public class ObjectFieldConfiguration : TypeSystemConfiguration, IDirectiveConfigurationProvider
{
    public string Name { get; set; } = null!;

    public Type? ResultType { get; set; }

    public IList<DirectiveConfiguration> Directives => throw null!;

    public IList<ArgumentConfiguration> Arguments => throw null!;

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

public class InputObjectTypeConfiguration : TypeSystemConfiguration
{
    public IList<InputFieldConfiguration> Fields => throw null!;
}

public class InputFieldConfiguration : ArgumentConfiguration;

public class ArgumentConfiguration : TypeSystemConfiguration, IDirectiveConfigurationProvider
{
    public string Name { get; set; } = null!;

    public TypeReference? Type { get; set; }

    public IList<DirectiveConfiguration> Directives => throw null!;

    public IList<IInputValueFormatter> Formatters => throw null!;
}

public class EnumTypeConfiguration : TypeSystemConfiguration;

public class EnumValueConfiguration : TypeSystemConfiguration;
