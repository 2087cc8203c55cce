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
        [.. Enum.GetValues<FilterOperator>().OrderByDescending(each => each.Symbol().Length)];

    private readonly ReadOnlySpan<char> _text;
    private int _position;
    private string? _fault;

    private FilterParser(ReadOnlySpan<char> text) => _text = text;

    public static Result<FilterExpression> Parse(string text)
    {
        var parser = new FilterParser(text);
        if (parser.TryExpression(out var groups))
        {
            return new FilterExpression(groups);
        }

        return Decoded(text) is { } meant
            ? Failure.BadInput("filters", $"`filters` is percent-encoded; the gateway encodes it itself. Write: {meant}")
            : Failure.BadInput("filters", $"`filters`, character {parser._position + 1}: {parser._fault}");
    }

    // Decodes at most twice: if a client encodes a text that is already encoded, the filter has `%2520`.
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
        SkipWhite();
        for (var count = 1; TryComparison(groups[^1]); count++)
        {
            if (count > FilterExpression.MaxComparisons)
            {
                return Fault($"more than {FilterExpression.MaxComparisons} comparisons.");
            }

            var isSpaced = SkipWhite();
            if (_position == _text.Length)
            {
                return true;
            }

            if (!TrySeparator(isSpaced, out var isOr))
            {
                return false;
            }

            if (isOr)
            {
                groups.Add([]);
            }

            SkipWhite();
        }

        return false;
    }

    private bool TryComparison(List<FilterComparison> group)
    {
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
        if (!FilterComparison.IsValue(dimension, value))
        {
            return Fault($"expected a value of {FilterComparison.ValueRule(dimension)}.");
        }

        _position += value.Length;
        group.Add(new FilterComparison(dimension, @operator, value.ToString()));
        return true;
    }

    private FilterOperator? ReadOperator()
    {
        foreach (var candidate in Operators)
        {
            if (_text[_position..].StartsWith(candidate.Symbol()))
            {
                _position += candidate.Symbol().Length;
                return candidate;
            }
        }

        return null;
    }

    private bool TrySeparator(bool isSpaced, out bool isOr)
    {
        var separator = Word() is { Length: > 0 } word ? word : _text.Slice(_position, 1);
        isOr = separator is "OR" or ",";
        if (separator is not (";" or ",") && !(separator is "AND" or "OR" && isSpaced && FollowedByWhite(separator.Length)))
        {
            return Fault("expected `AND` or `OR` (in capitals, between spaces), `;` or `,`, or the end.");
        }

        _position += separator.Length;
        return true;
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
