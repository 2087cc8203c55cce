using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Gateway.GraphQL.Inference;

/// <summary>Reads descriptions from the XML documentation files next to the assemblies.</summary>
internal static class XmlDocumentation
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Files = [];

    public static string? Of(MemberInfo member) =>
        Summary(member.Module.Assembly, IdOf(member)) ?? (member is PropertyInfo property ? RecordParameter(property) : null);

    public static string? Of(ParameterInfo parameter) =>
        parameter.Member is MethodInfo method ? Parameter(method.Module.Assembly, IdOf(method), parameter.Name!) : null;

    /// <summary>The description of a positional record's property: a <c>param</c> element on the type.</summary>
    private static string? RecordParameter(PropertyInfo property) =>
        Parameter(property.Module.Assembly, $"T:{NameOf(property.DeclaringType!)}", property.Name);

    private static string? Summary(Assembly assembly, string id) =>
        FileOf(assembly).TryGetValue(id, out var member) ? TextOf(member.Element("summary")) : null;

    private static string? Parameter(Assembly assembly, string id, string name) =>
        FileOf(assembly).TryGetValue(id, out var member)
            ? TextOf(member.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == name))
            : null;

    private static string IdOf(MemberInfo member) => member switch
    {
        Type type => $"T:{NameOf(type)}",
        PropertyInfo => $"P:{NameOf(member.DeclaringType!)}.{member.Name}",
        FieldInfo => $"F:{NameOf(member.DeclaringType!)}.{member.Name}",
        MethodInfo method => $"M:{NameOf(method.DeclaringType!)}.{method.Name}{ListOf(method.GetParameters())}",
        _ => "",
    };

    private static string ListOf(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => NameOf(parameter.ParameterType)))})";

    // The compiler's documentation id of a type: '.' before a nested type, braces around generic arguments, [] after an array.
    private static string NameOf(Type type)
    {
        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericType && !type.IsGenericTypeDefinition)
        {
            var open = NameOf(type.GetGenericTypeDefinition());
            var arguments = string.Join(',', type.GetGenericArguments().Select(NameOf));
            return $"{open[..open.IndexOf('`', StringComparison.Ordinal)]}{{{arguments}}}";
        }

        return (type.FullName ?? type.Name).Replace('+', '.');
    }

    private static IReadOnlyDictionary<string, XElement> FileOf(Assembly assembly) => Files.GetOrAdd(assembly, static assembly =>
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (assembly.Location.Length == 0 || !File.Exists(path))
        {
            return new Dictionary<string, XElement>();
        }

        return XDocument.Load(path).Descendants("member")
            .Where(member => member.Attribute("name") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    });

    private static string? TextOf(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        Append(element, text);
        var lines = text.ToString().Split('\n').Select(line => line.Trim());
        var result = string.Join('\n', lines).Trim();
        return result.Length == 0 ? null : result;
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { Name.LocalName: "c" } code:
                    text.Append('`').Append(code.Value).Append('`');
                    break;
                case XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference:
                    text.Append(Referenced(reference));
                    break;
                case XElement { Name.LocalName: "para" } paragraph:
                    text.Append("\n\n");
                    Append(paragraph, text);
                    break;
                case XElement other:
                    Append(other, text);
                    break;
            }
        }
    }

    private static string Referenced(XElement reference)
    {
        if (reference.Value.Length > 0)
        {
            return reference.Value;
        }

        var attribute = reference.Attribute("cref")
            ?? reference.Attribute("name")
            ?? reference.Attribute("href")
            ?? reference.Attribute("langword");
        var target = attribute?.Value ?? "";
        return reference.Attribute("cref") is null ? target : target[(target.LastIndexOf('.') + 1)..];
    }
}
