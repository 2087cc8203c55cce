using System.Reflection;

namespace Gateway.GraphQL.Types;

/// <summary>Describes the field of a resolver method in code.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class ObjectFieldDescriptorAttribute : Attribute
{
    protected abstract void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member);

    internal void Configure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
        OnConfigure(context, descriptor, member);
}
