using System.Reflection;
using System.Runtime.CompilerServices;
using HotChocolate.Types.Descriptors;

namespace HotChocolate.Types;

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, Inherited = true, AllowMultiple = true)]
public sealed class UsePagingAttribute : DescriptorAttribute
{
    public UsePagingAttribute(Type? type = null, [CallerLineNumber] int order = 0) => throw null!;

    public Type? Type { get; private set; }

    public string? ConnectionName { get; set; }

    public int DefaultPageSize { get; set; }

    public int MaxPageSize { get; set; }

    public bool IncludeTotalCount { get; set; }

    public bool AllowBackwardPagination { get; set; }

    public bool RequirePagingBoundaries { get; set; }

    public bool InferConnectionNameFromField { get; set; }

    public string? ProviderName { get; set; }

    protected internal override void TryConfigure(
        IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider? attributeProvider) =>
        throw null!;
}
