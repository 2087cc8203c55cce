using HotChocolate.Types.Descriptors.Configurations;

namespace HotChocolate.Configuration;

public interface ITypeCompletionContext;

public abstract class TypeInterceptor
{
    public virtual void OnBeforeCompleteType(ITypeCompletionContext completionContext, TypeSystemConfiguration configuration) =>
        throw null!;
}
