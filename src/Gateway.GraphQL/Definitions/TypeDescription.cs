using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>A class that describes the fields of an object type, or the values of an enum type, in code.</summary>
public abstract class TypeDescription : TypeDefinition
{
    private protected TypeDescription(Type type)
        : base(type)
    {
    }

    /// <summary>The described C# type.</summary>
    internal abstract Type DescribedType { get; }

    internal abstract IReadOnlyList<FieldDescriptor> Describe(IDescriptorContext context);
}

/// <summary>A class that describes fields of the object type of <typeparamref name="T"/>.</summary>
public sealed class FieldsDescription<T>(Type type, Func<ObjectType<T>> create) : TypeDescription(type)
{
    internal override Type DescribedType => typeof(T);

    internal override IReadOnlyList<FieldDescriptor> Describe(IDescriptorContext context) => ((IDescribedFields)create()).Describe(context);
}

/// <summary>A class that describes the values of the enum type of <typeparamref name="T"/>, which its definition has.</summary>
public sealed class ValuesDescription<T>(Type type) : TypeDescription(type)
{
    internal override Type DescribedType => typeof(T);

    internal override IReadOnlyList<FieldDescriptor> Describe(IDescriptorContext context) => [];
}
