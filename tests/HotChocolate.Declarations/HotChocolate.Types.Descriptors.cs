using System.Reflection;

namespace HotChocolate.Types.Descriptors;

public interface IDescriptorContext : IDisposable
{
    INamingConventions Naming { get; }
}

public interface ITypeInspector;

public abstract class TypeReference;

public interface IConvention;

public interface INamingConventions
{
    string? GetMemberDescription(MemberInfo member, MemberKind kind);

    string? GetEnumValueDescription(object value);
}
