using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>Converts C# names to GraphQL names, by HotChocolate's rules.</summary>
internal static class Names
{
    public static string OfField(ISymbol member)
    {
        if (member.Find(Annotation.Name)?.Text() is { } given)
        {
            return given;
        }

        var name = member.Name;
        if (member is IMethodSymbol method)
        {
            if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal))
            {
                name = name.Substring(3);
            }

            if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) && TypeShape.IsAwaitable(method.ReturnType))
            {
                name = name.Substring(0, name.Length - 5);
            }
        }

        return CamelCase(name);
    }

    public static string OfParameter(IParameterSymbol parameter) =>
        parameter.Find(Annotation.Name)?.Text() ?? CamelCase(parameter.Name);

    public static string OfOutputType(ITypeSymbol type) =>
        type.Find(Annotation.Name)?.Text()
            ?? Given(type, Annotation.Object)
            ?? Given(type, Annotation.Interface)
            ?? Given(type, Annotation.Union)
            ?? Given(type, Annotation.Enum)
            ?? ClrName(type);

    public static string OfInputType(ITypeSymbol type) =>
        type.Find(Annotation.Name)?.Text()
            ?? Given(type, Annotation.InputObject)
            ?? (ClrName(type) is var name && name.EndsWith("Input", StringComparison.Ordinal) ? name : name + "Input");

    public static string OfEnumValue(IFieldSymbol field) => field.Find(Annotation.Name)?.Text() ?? UpperSnakeCase(field.Name);

    /// <summary>
    /// Makes leading capitals lower case. Of several capitals, the last one stays if a word begins with it: <c>IPAddress</c> becomes
    /// <c>ipAddress</c>.
    /// </summary>
    public static string CamelCase(string name)
    {
        var run = 0;
        while (run < name.Length && IsUpper(name[run]))
        {
            run++;
        }

        if (run > 1 && run < name.Length && (IsUpper(name[run]) || IsLower(name[run])))
        {
            run--;
        }

        return name.Substring(0, run).ToLowerInvariant() + name.Substring(run);
    }

    /// <summary>A capital begins a word; a digit does not. A name without lower-case letters is unchanged.</summary>
    public static string UpperSnakeCase(string name)
    {
        if (!name.Any(IsLower))
        {
            return name;
        }

        var result = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var begins = index > 0
                && IsUpper(name[index])
                && name[index - 1] != '_'
                && (!IsUpper(name[index - 1]) || (index + 1 < name.Length && IsLower(name[index + 1])));
            result.Append(begins ? "_" : "").Append(char.ToUpperInvariant(name[index]));
        }

        return result.ToString();
    }

    /// <summary>The name of the generated class for a type.</summary>
    public static string OfDefinition(ITypeSymbol type, string suffix) => Qualified(type) + suffix;

    /// <summary>The name that the attribute of a kind of type gives.</summary>
    private static string? Given(ITypeSymbol type, string kind) => type.Find(kind) is not { } attribute ? null
        : attribute.NamedArguments.FirstOrDefault(static named => named.Key == "Name").Value is { IsNull: false, Value: string name } ? name
        : attribute.Text();

    private static string Qualified(ITypeSymbol type)
    {
        var outer = type.ContainingType is { } containing ? Qualified(containing) + "_" : "";
        return outer + ClrName(type);
    }

    private static string ClrName(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments }
        ? $"{type.Name}Of{string.Join("And", arguments.Select(ClrName))}"
        : type is IArrayTypeSymbol array ? $"{ClrName(array.ElementType)}Array" : type.MetadataName;

    private static bool IsUpper(char letter) => letter is >= 'A' and <= 'Z';

    private static bool IsLower(char letter) => letter is >= 'a' and <= 'z';
}
