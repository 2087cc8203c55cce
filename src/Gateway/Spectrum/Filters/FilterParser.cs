using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Filters;

/// <summary>
/// Reads Cloudflare's filter grammar: <c>dimension operator value</c>, joined by <c>;</c> or <c> AND </c>, and by <c>,</c> or
/// <c> OR </c>, where AND binds tighter. There are no parentheses and no quotes.
/// </summary>
internal ref struct FilterParser
{
    private const string White = " \t\r\n";

    // Longer operators first, since `>` begins `>=`.
    private static readonly FilterOperator[] Operators =
    [
        FilterOperator.Equal, FilterOperator.NotEqual, FilterOperator.GreaterOrEqual, FilterOperator.LessOrEqual,
        FilterOperator.Greater, FilterOperator.Less,
    ];

    private readonly ReadOnlySpan<char> _text;
    private int _position;
    private string? _fault;

    private FilterParser(ReadOnlySpan<char> text) => _text = text;

    private enum Separator
    {
        None,
        And,
        Or,
    }

    public static Result<FilterExpression> Parse(string text)
    {
        var parser = new FilterParser(text);
        if (parser.TryExpression(out var groups))
        {
            return FilterExpression.Create(groups);
        }

        return Decoded(text) is { } meant
            ? Failure.BadInput("filters", $"`filters` is percent-encoded; the gateway encodes it itself. Write: {meant}")
            : Failure.BadInput("filters", $"`filters`, character {parser._position + 1}: {parser._fault}");
    }

    // Twice at most: a client that encodes its parameters and is given an encoded text arrives here with `%2520`.
    private static string? Decoded(string text)
    {
        for (var times = 0; times < 2 && text.Contains('%'); times++)
        {
            text = Uri.UnescapeDataString(text);
            if (new FilterParser(text).TryExpression(out _))
            {
                return text;
            }
        }

        return null;
    }

    private bool TryExpression(out List<List<FilterComparison>> groups)
    {
        groups = [[]];
        var count = 0;
        SkipWhite();
        while (TryComparison(out var comparison))
        {
            if (++count > FilterExpression.MaxComparisons)
            {
                return Fault($"more than {FilterExpression.MaxComparisons} comparisons.");
            }

            groups[^1].Add(comparison);
            var spaced = SkipWhite();
            if (_position == _text.Length)
            {
                return true;
            }

            switch (ReadSeparator(spaced))
            {
                case Separator.And:
                    break;
                case Separator.Or:
                    groups.Add([]);
                    break;
                default:
                    return false;
            }

            SkipWhite();
        }

        return false;
    }

    private bool TryComparison(out FilterComparison comparison)
    {
        comparison = default;
        var name = Word();
        if (WireNames<SpectrumDimension>.Find(name.ToString()) is not { } dimension)
        {
            return Fault(_position < _text.Length && _text[_position] is '('
                ? "there are no parentheses; AND binds tighter than OR."
                : "expected a dimension: event, appID, coloName or ipVersion.");
        }

        _position += name.Length;
        if (ReadOperator() is not { } @operator)
        {
            return Fault("expected one of == != > >= < <=.");
        }

        var value = Word();
        if (!FilterComparison.IsValue(value))
        {
            return Fault($"expected a value of {FilterComparison.ValueRule}.");
        }

        _position += value.Length;
        comparison = new FilterComparison(dimension, @operator, value.ToString());
        return true;
    }

    private FilterOperator? ReadOperator()
    {
        foreach (var candidate in Operators)
        {
            if (_text[_position..].StartsWith(candidate.Text()))
            {
                _position += candidate.Text().Length;
                return candidate;
            }
        }

        return null;
    }

    private Separator ReadSeparator(bool spaced)
    {
        var word = Word();
        var (separator, length) = word switch
        {
            "AND" when spaced && FollowedByWhite(3) => (Separator.And, 3),
            "OR" when spaced && FollowedByWhite(2) => (Separator.Or, 2),
            [] when _text[_position] is ';' => (Separator.And, 1),
            [] when _text[_position] is ',' => (Separator.Or, 1),
            _ => (Separator.None, 0),
        };
        if (separator is Separator.None)
        {
            Fault("expected `AND` or `OR` (in capitals, between spaces), `;` or `,`, or the end.");
        }

        _position += length;
        return separator;
    }

    private readonly bool FollowedByWhite(int length) =>
        _position + length < _text.Length && White.Contains(_text[_position + length]);

    private readonly ReadOnlySpan<char> Word()
    {
        var rest = _text[_position..];
        var end = rest.IndexOfAnyExcept(FilterComparison.ValueCharacters);
        return end < 0 ? rest : rest[..end];
    }

    private bool SkipWhite()
    {
        var start = _position;
        var end = _text[start..].IndexOfAnyExcept(White);
        _position = end < 0 ? _text.Length : start + end;
        return _position > start;
    }

    private bool Fault(string message)
    {
        _fault = message;
        return false;
    }
}
