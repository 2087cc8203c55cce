using System.Reflection;
using System.Runtime.CompilerServices;
using HotChocolate.Data.Sorting.Expressions;
using HotChocolate.Types;
using HotChocolate.Types.Descriptors;

namespace HotChocolate.Data;

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, Inherited = true, AllowMultiple = true)]
public class UseFilteringAttribute : DescriptorAttribute
{
    public UseFilteringAttribute(Type? filterType = null, [CallerLineNumber] int order = 0) => throw null!;

    public Type? Type { get; set; }

    public string? Scope { get; set; }

    protected internal override void TryConfigure(
        IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider? attributeProvider) =>
        throw null!;
}

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, Inherited = true, AllowMultiple = true)]
public class UseSortingAttribute : DescriptorAttribute
{
    public UseSortingAttribute(Type? sortingType = null, [CallerLineNumber] int order = 0) => throw null!;

    public Type? Type { get; set; }

    public string? Scope { get; set; }

    protected internal override void TryConfigure(
        IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider? attributeProvider) =>
        throw null!;
}

public static class SortConventionDescriptorQueryableExtensions
{
    public static ISortProviderDescriptor<QueryableSortContext> AddDefaultFieldHandlers(
        this ISortProviderDescriptor<QueryableSortContext> descriptor) =>
        throw null!;
}
