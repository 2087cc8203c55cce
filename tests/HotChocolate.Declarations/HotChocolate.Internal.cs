using HotChocolate.Types.Descriptors;
using HotChocolate.Types.Descriptors.Configurations;

namespace HotChocolate.Internal;

public static class ConfigurationHelper
{
    public static void AddDirective<T>(
        this IDirectiveConfigurationProvider directivesContainer, T directive, ITypeInspector typeInspector)
        where T : class =>
        throw null!;
}

public interface IExtendedType
{
    Type Source { get; }

    bool IsArrayOrList { get; }

    IExtendedType? ElementType { get; }
}
