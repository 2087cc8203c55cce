using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Inference;

/// <summary>Reads descriptions, deprecations, costs and bounds from attributes and XML documentation. Attributes take precedence.</summary>
internal static class Annotations
{
    public static string? DescriptionOf(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? XmlDocumentation.Of(member);

    public static string? DescriptionOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? XmlDocumentation.Of(parameter);

    public static double? CostOf(ICustomAttributeProvider member) => Find<CostAttribute>(member)?.Weight;

    public static int? ListSizeOf(MemberInfo member) => member.GetCustomAttribute<ListSizeAttribute>()?.AssumedSize;

    public static int? MaxLengthOf(ICustomAttributeProvider member) => Find<MaxLengthAttribute>(member)?.Length;

    public static string? DeprecationOf(ICustomAttributeProvider member) =>
        Find<GraphQLDeprecatedAttribute>(member)?.DeprecationReason
            ?? (Find<ObsoleteAttribute>(member) is { } obsolete
                ? obsolete.Message ?? SpecifiedDirectives.DefaultDeprecationReason
                : null);

    public static T? Find<T>(ICustomAttributeProvider member)
        where T : Attribute =>
        (T?)member.GetCustomAttributes(typeof(T), inherit: false).FirstOrDefault();
}
