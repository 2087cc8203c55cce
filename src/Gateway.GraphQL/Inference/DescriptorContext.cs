using System.Reflection;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Inference;

/// <summary>Gives descriptors access to the naming conventions.</summary>
internal sealed class DescriptorContext : IDescriptorContext, INamingConventions
{
    public static readonly DescriptorContext Instance = new();

    public INamingConventions Naming => this;

    public string GetEnumValueName(object value) => NamingConventions.OfEnumValue(FieldOf(value));

    public string? GetEnumValueDescription(object value) => Annotations.DescriptionOf(FieldOf(value));

    public string? GetMemberDescription(MemberInfo member, MemberKind kind) => Annotations.DescriptionOf(member);

    private static FieldInfo FieldOf(object value) => value.GetType().GetField(value.ToString()!)
        ?? throw new ArgumentException($"{value} is no value of a C# enum.", nameof(value));
}
