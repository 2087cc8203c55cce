using System.Reflection;
using System.Text.Json;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Inference;

/// <summary>Converts C# names to GraphQL names, by HotChocolate's rules.</summary>
internal static class NamingConventions
{
    public static string OfField(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLNameAttribute>() is { } named)
        {
            return named.Name;
        }

        var name = member.Name;
        if (member is MethodInfo method)
        {
            if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal))
            {
                name = name[3..];
            }

            if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) && TypeShape.IsAwaitable(method.ReturnType))
            {
                name = name[..^5];
            }
        }

        return CamelCase(name);
    }

    public static string OfParameter(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? CamelCase(parameter.Name!);

    public static string OfOutputType(Type type) =>
        type.GetCustomAttribute<GraphQLNameAttribute>()?.Name
            ?? type.GetCustomAttribute<UnionTypeAttribute>()?.Name
            ?? ClrName(type);

    public static string OfInputType(Type type) =>
        type.GetCustomAttribute<GraphQLNameAttribute>()?.Name
            ?? (ClrName(type) is var name && name.EndsWith("Input", StringComparison.Ordinal) ? name : name + "Input");

    public static string OfEnumValue(FieldInfo field) =>
        field.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? UpperSnakeCase(field.Name);

    /// <summary>
    /// Makes leading capitals lower case. Of several capitals, the last one stays if a word begins with it: <c>IPAddress</c> becomes
    /// <c>ipAddress</c>.
    /// </summary>
    public static string CamelCase(string name)
    {
        var run = 0;
        while (run < name.Length && char.IsAsciiLetterUpper(name[run]))
        {
            run++;
        }

        if (run > 1 && run < name.Length && char.IsAsciiLetter(name[run]))
        {
            run--;
        }

        return string.Concat(name[..run].ToLowerInvariant(), name.AsSpan(run));
    }

    /// <summary>A capital begins a word; a digit does not. A name without lower-case letters is unchanged.</summary>
    public static string UpperSnakeCase(string name) =>
        name.Any(char.IsAsciiLetterLower) ? JsonNamingPolicy.SnakeCaseUpper.ConvertName(name) : name;

    private static string ClrName(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"{name}Of{string.Join("And", type.GetGenericArguments().Select(ClrName))}";
    }
}
