using System.Reflection;
using HotChocolate.Types;
using HotChocolate.Types.Descriptors;

namespace HotChocolate.CostAnalysis.Types;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Enum | AttributeTargets.Method | AttributeTargets.Parameter
    | AttributeTargets.Property | AttributeTargets.Struct)]
public sealed class CostAttribute : DescriptorAttribute
{
    public CostAttribute(double weight) => throw null!;

    protected internal override void TryConfigure(
        IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider? attributeProvider) =>
        throw null!;
}

public sealed class ListSizeAttribute : ObjectFieldDescriptorAttribute
{
    public int AssumedSize
    {
        get => throw null!;
        init => throw null!;
    }

    public string[]? SlicingArguments { get; init; }

    public int SlicingArgumentDefaultValue
    {
        get => throw null!;
        init => throw null!;
    }

    public string[]? SizedFields { get; init; }

    public bool RequireOneSlicingArgument { get; init; }

    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) => throw null!;
}

public sealed class CostDirective
{
    public CostDirective(double weight) => throw null!;

    public double Weight => throw null!;
}
