using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>Descriptions, from attributes or else from documentation comments.</summary>
internal static class Documentation
{
    public static string? DescriptionOf(ISymbol symbol) => symbol.Find(Annotation.Description)?.Text() ?? symbol switch
    {
        IParameterSymbol parameter => Parameter(parameter.ContainingSymbol, parameter.Name),
        // A positional record describes its properties as parameters.
        IPropertySymbol => Summary(symbol) ?? Parameter(symbol.ContainingType, symbol.Name),
        _ => Summary(symbol),
    };

    private static string? Summary(ISymbol symbol) => TextOf(Comment(symbol)?.Element("summary"));

    private static string? Parameter(ISymbol symbol, string name) => TextOf(Comment(symbol)
        ?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == name));

    private static XElement? Comment(ISymbol symbol)
    {
        var xml = symbol.OriginalDefinition.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(xml))
        {
            return null;
        }

        try
        {
            var element = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
            return element.Name.LocalName is "member" or "doc" ? element : new XElement("member", element);
        }
        catch (XmlException)
        {
            // The compiler warns about it.
            return null;
        }
    }

    private static string? TextOf(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        Append(element, text);
        var lines = text.ToString().Split('\n').Select(static line => line.Trim());
        var result = string.Join("\n", lines).Trim();
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
        return reference.Attribute("cref") is null ? target : target.Substring(target.LastIndexOf('.') + 1);
    }
}
