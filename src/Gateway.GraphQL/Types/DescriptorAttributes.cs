using System.Reflection;

namespace Gateway.GraphQL.Types;

/// <summary>Stands on a resolver's method and describes its field in code.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class ObjectFieldDescriptorAttribute : Attribute
{
    protected abstract void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member);

    internal void Configure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member) =>
        OnConfigure(context, descriptor, member);
}
