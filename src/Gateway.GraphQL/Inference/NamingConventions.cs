using System.Reflection;
using System.Text;
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

    public static string OfInputType(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>() is { } named)
        {
            return named.Name;
        }

        var clrName = ClrName(type);
        return clrName.EndsWith("Input", StringComparison.Ordinal) ? clrName : clrName + "Input";
    }

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
    public static string UpperSnakeCase(string name)
    {
        if (name.Length > 1 && !name.Any(char.IsAsciiLetterLower))
        {
            return name;
        }

        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0
                && char.IsAsciiLetterUpper(name[i])
                && name[i - 1] != '_'
                && (!char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            if (startsWord)
            {
                result.Append('_');
            }

            result.Append(char.ToUpperInvariant(name[i]));
        }

        return result.ToString();
    }

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
