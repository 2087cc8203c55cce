using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace Gateway.GraphQL.Generators;

internal enum LiteralKind
{
    Int,
    Float,
    String,
    Boolean,
    Null,
    Enum,
    List,
    Object,
}

/// <summary>A constant value (GraphQL September 2025, §2.10, https://spec.graphql.org/September2025/#sec-Input-Values).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text of what is neither a list nor an object.</param>
internal sealed record Literal(LiteralKind Kind, string Text)
{
    public List<Literal> Items { get; } = [];

    public List<(string Name, Literal Value)> Fields { get; } = [];

    /// <summary>The literal in messages.</summary>
    public override string ToString() => Kind switch
    {
        LiteralKind.List => "a list",
        LiteralKind.Object => "an input object",
        _ => Text,
    };

    /// <summary>Parses a literal.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static Literal Parse(string text)
    {
        var parser = new Parser(text);
        var literal = parser.Value(depth: 0);
        return parser.IsAtEnd ? literal : throw parser.Unexpected();
    }

    private sealed class Parser
    {
        private const int MaxDepth = 200;

        private static readonly Regex Ignored = new(
            @"\G(?:[ \t\r\n,\uFEFF]|#[^\r\n]*)*", RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
        private static readonly Regex Token = new(
            """
            \G(?:
              (?<mark>[\[\]{}:])
              | (?<name>[_A-Za-z][_0-9A-Za-z]*)
              | (?<number>-?(?:0|[1-9][0-9]*)(?<fraction>(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?))(?![._0-9A-Za-z])
              | (?<string>"{3}(?:\\"{3}|(?!"{3})[\s\S])*"{3}
                | "(?!"")(?:[^"\\\r\n]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]+\}))*"))
            """,
            RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
            Regex.InfiniteMatchTimeout);

        private readonly string _text;
        private Match _token;
        private int _start;

        public Parser(string text)
        {
            _text = text;
            _token = Match(0);
        }

        public bool IsAtEnd => _start == _text.Length;

        public Literal Value(int depth)
        {
            if (depth > MaxDepth)
            {
                throw new FormatException($"it nests deeper than {MaxDepth} levels");
            }

            if (Skip("["))
            {
                var list = new Literal(LiteralKind.List, "");
                while (!Skip("]"))
                {
                    list.Items.Add(Value(depth + 1));
                }

                return list;
            }

            if (Skip("{"))
            {
                var fields = new Literal(LiteralKind.Object, "");
                while (!Skip("}"))
                {
                    var name = Take("name").Value;
                    fields.Fields.Add((name, Skip(":") ? Value(depth + 1) : throw Unexpected()));
                }

                return fields;
            }

            return Is("string") ? new Literal(LiteralKind.String, Take("string").Value)
                : Is("number") ? Number(Take("number"))
                : Named(Take("name").Value);
        }

        public FormatException Unexpected() => new(
            IsAtEnd ? "it ends too early" : $"unexpected `{_text.Substring(_start, Math.Min(20, _text.Length - _start))}`");

        private static Literal Number(Match token) =>
            new(token.Groups["fraction"].Length == 0 ? LiteralKind.Int : LiteralKind.Float, token.Value);

        private static Literal Named(string name) =>
            new(name is "true" or "false" ? LiteralKind.Boolean : name == "null" ? LiteralKind.Null : LiteralKind.Enum, name);

        private bool Is(string kind) => _token.Groups[kind].Success;

        private bool Skip(string mark)
        {
            var isMark = _token.Value == mark;
            if (isMark)
            {
                Take("mark");
            }

            return isMark;
        }

        private Match Take(string kind)
        {
            if (!Is(kind))
            {
                throw Unexpected();
            }

            var token = _token;
            _token = Match(_start + token.Length);
            return token;
        }

        private Match Match(int position)
        {
            _start = position + Ignored.Match(_text, position).Length;
            return Token.Match(_text, _start);
        }
    }
}
