using System.Diagnostics.CodeAnalysis;
using HotChocolate.Types;
using HotChocolate.Types.Descriptors;
using HotChocolate.Types.Descriptors.Configurations;

namespace HotChocolate.Configuration;

public interface ITypeCompletionContext
{
    ITypeInspector TypeInspector { get; }

    bool TryGetType<T>(TypeReference typeRef, [NotNullWhen(true)] out T? type)
        where T : IType;
}

public abstract class TypeInterceptor
{
    public virtual void OnBeforeCompleteType(ITypeCompletionContext completionContext, TypeSystemConfiguration configuration) =>
        throw null!;
}
