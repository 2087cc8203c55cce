using System.Reflection;
using HotChocolate.Types.Descriptors;

namespace HotChocolate.Types.Relay;

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public class IDAttribute : DescriptorAttribute
{
    public IDAttribute(string? typeName = null) => throw null!;

    public string? TypeName => throw null!;

    protected internal override void TryConfigure(
        IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider? attributeProvider) =>
        throw null!;
}
