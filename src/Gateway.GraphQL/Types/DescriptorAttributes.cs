using System.Reflection;

namespace Gateway.GraphQL.Types;

/// <summary>Describes the field of a resolver method in code.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class ObjectFieldDescriptorAttribute : Attribute
{
    /// <param name="context">Names and descriptions of C# members.</param>
    /// <param name="descriptor">The field.</param>
    /// <param name="member">Null: the field is generated, so nothing is looked up in the method.</param>
    protected abstract void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member);

    internal void Configure(IDescriptorContext context, IObjectFieldDescriptor descriptor) =>
        OnConfigure(context, descriptor, member: null);
}
