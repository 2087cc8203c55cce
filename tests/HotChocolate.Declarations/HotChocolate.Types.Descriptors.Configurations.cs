using HotChocolate.Resolvers;

namespace HotChocolate.Types.Descriptors.Configurations;

public abstract class TypeSystemConfiguration;

public class ObjectTypeConfiguration : TypeSystemConfiguration;

public class ObjectFieldConfiguration : TypeSystemConfiguration
{
    public PureFieldDelegate? PureResolver { get; set; }
}

public class ArgumentConfiguration : TypeSystemConfiguration;

public class EnumTypeConfiguration : TypeSystemConfiguration;

public class EnumValueConfiguration : TypeSystemConfiguration;
