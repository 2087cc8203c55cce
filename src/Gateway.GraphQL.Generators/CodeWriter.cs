using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Gateway.GraphQL.Generators;

/// <summary>Writes indented C#.</summary>
internal sealed class CodeWriter
{
    private const int MaxLength = 100;

    private readonly StringBuilder _text = new();
    private int _depth;

    public override string ToString() => _text.ToString();

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    public void Block(string head, Action body)
    {
        Lines(head).Line("{");
        Indented(body);
        Line("}");
    }

    public void Indented(Action body)
    {
        _depth++;
        body();
        _depth--;
    }

    /// <summary>Several lines, each indented.</summary>
    public CodeWriter Lines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            Line(line);
        }

        return this;
    }

    /// <summary>A call, in one line if it fits, or else with a line for each argument.</summary>
    public static string Call(string method, IEnumerable<string?> arguments)
    {
        var given = arguments.Where(static argument => argument is not null).ToList();
        var line = $"{method}({string.Join(", ", given)})";
        return line.Length <= MaxLength && !line.Contains('\n')
            ? line
            : $"{method}(\n{string.Join(",\n", given.Select(static argument => Indent(argument!)))})";
    }

    /// <summary>A list of values, in one line if it fits, or else with a line for each.</summary>
    public static string List(IReadOnlyList<string> items)
    {
        var line = $"[{string.Join(", ", items)}]";
        return line.Length <= MaxLength && !line.Contains('\n')
            ? line
            : $"[\n{string.Concat(items.Select(static item => Indent(item) + ",\n"))}]";
    }

    /// <summary>A string literal; each line of the text is one in the source too.</summary>
    public static string Text(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        var lines = text.Split('\n');
        return string.Join(
            "\n+ ", lines.Select((line, index) => SymbolDisplay.FormatLiteral(index < lines.Length - 1 ? line + "\n" : line, quote: true)));
    }

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";

    /// <summary>A named argument; null if it has no value.</summary>
    public static string? Named(string name, string? value) => value is null ? null : $"{name}: {value}";

    private static string Indent(string text) => "    " + text.Replace("\n", "\n    ");
}
