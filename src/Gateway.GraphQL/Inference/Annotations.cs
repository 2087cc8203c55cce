using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Inference;

/// <summary>Reads descriptions, deprecations, costs and bounds from attributes and XML documentation. Attributes take precedence.</summary>
internal static class Annotations
{
    public static string? DescriptionOf(Type type) =>
        type.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? XmlDocumentation.Of(type);

    public static string? DescriptionOf(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? XmlDocumentation.Of(member);

    public static string? DescriptionOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? XmlDocumentation.Of(parameter);

    public static double? CostOf(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(CostAttribute), inherit: false) is [CostAttribute cost, ..] ? cost.Weight : null;

    public static int? ListSizeOf(MemberInfo member) => member.GetCustomAttribute<ListSizeAttribute>()?.AssumedSize;

    public static int? MaxLengthOf(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(MaxLengthAttribute), inherit: false) is [MaxLengthAttribute bound, ..] ? bound.Length : null;

    public static string? DeprecationOf(ICustomAttributeProvider member)
    {
        if (member.GetCustomAttributes(typeof(GraphQLDeprecatedAttribute), inherit: false) is [GraphQLDeprecatedAttribute deprecated, ..])
        {
            return deprecated.DeprecationReason;
        }

        return member.GetCustomAttributes(typeof(ObsoleteAttribute), inherit: false) is [ObsoleteAttribute obsolete, ..]
            ? obsolete.Message ?? SpecifiedDirectives.DefaultDeprecationReason
            : null;
    }
}
