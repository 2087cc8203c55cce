using System.Collections.Immutable;
using System.Text;

namespace Gateway.GraphQL.Language;

/// <summary>
/// A recursive-descent parser with one token of look-ahead (GraphQL September 2025, §2,
/// https://spec.graphql.org/September2025/#sec-Language). It stops at the first error without an exception: the current token becomes
/// <see cref="TokenKind.Failed"/>, which matches nothing, so all loops end. The result must be discarded then.
/// </summary>
internal ref partial struct Parser
{
    private readonly ParserOptions _options;
    private readonly NameTable _names = new();
    private Lexer _lexer;
    private Token _token;
    private int _depth;

    // Whether the current value is constant: it may not contain variables (§2.10).
    private bool _isConstant;
    private int _fields;
    private int _aliases;
    private int _tokens;

    public Parser(ReadOnlySpan<byte> source, ParserOptions options)
    {
        _options = options;
        _lexer = new Lexer(source);
        Advance();
    }

    public delegate T ItemParser<T>(ref Parser parser);

    public SyntaxError? Fault { get; private set; }

    private readonly bool HasFailed => Fault is not null;

    private void Advance()
    {
        if (HasFailed)
            return;
        var next = _lexer.Next();
        if (next.Kind == TokenKind.Failed)
            Fault = _lexer.Fault;
        else if (next.Kind != TokenKind.EndOfFile && ++_tokens > _options.MaxAllowedTokens)
        {
            Fail(next.Location, $"Document contains more than {_options.MaxAllowedTokens} tokens. Parsing aborted.");
            return;
        }

        _token = next;
    }

    private void Fail(Location location, string message)
    {
        Fault ??= new SyntaxError(message, location);
        _token = default;
    }

    private void Unexpected(in Token token)
    {
        if (!HasFailed)
            Fail(token.Location, $"Unexpected {Describe(token)}.");
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private bool Expect(TokenKind kind)
    {
        if (Skip(kind))
            return true;
        if (!HasFailed)
            Fail(_token.Location, $"Expected {kind.Describe()}, found {Describe(_token)}.");
        return false;
    }

    private readonly bool IsKeyword(ReadOnlySpan<byte> keyword) =>
        _token.Kind == TokenKind.Name && _lexer.Text(_token).SequenceEqual(keyword);

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!IsKeyword(keyword))
            return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword) && !HasFailed)
            Fail(_token.Location, $"Expected \"{_names.Get(keyword)}\", found {Describe(_token)}.");
    }

    private readonly string? PeekName() => _token.Kind == TokenKind.Name ? _names.Get(_lexer.Text(_token)) : null;

    private string ParseName()
    {
        var name = PeekName();
        Expect(TokenKind.Name);
        return name ?? "";
    }

    private ImmutableArray<T> Many<T>(TokenKind open, ItemParser<T> item, TokenKind close)
    {
        if (!Expect(open))
            return [];
        var items = ImmutableArray.CreateBuilder<T>();
        do
            items.Add(item(ref this));
        while (!HasFailed && !Skip(close));
        return items.DrainToImmutable();
    }

    private ImmutableArray<T> OptionalMany<T>(TokenKind open, ItemParser<T> item, TokenKind close) =>
        _token.Kind == open ? Many(open, item, close) : [];

    /// <summary>Parses zero or more items between two tokens.</summary>
    private ImmutableArray<T> Any<T>(TokenKind open, ItemParser<T> item, TokenKind close)
    {
        Expect(open);
        if (Skip(close))
            return [];
        var items = ImmutableArray.CreateBuilder<T>();
        while (!HasFailed && !Skip(close))
            items.Add(item(ref this));
        return items.DrainToImmutable();
    }

    /// <summary>Parses items separated by a delimiter, which is optional before the first one.</summary>
    private ImmutableArray<T> Delimited<T>(TokenKind delimiter, ItemParser<T> item)
    {
        Skip(delimiter);
        var items = ImmutableArray.CreateBuilder<T>();
        do
            items.Add(item(ref this));
        while (Skip(delimiter));
        return items.DrainToImmutable();
    }

    private void Descend()
    {
        if (++_depth > _options.MaxAllowedRecursionDepth && !HasFailed)
            Fail(_token.Location, $"Document nests deeper than {_options.MaxAllowedRecursionDepth} levels. Parsing aborted.");
    }

    private void Ascend() => _depth--;

    private readonly string Describe(in Token token)
    {
        const int Longest = 80;
        var kind = token.Kind.Describe();
        if (token.Kind < TokenKind.Name)
            return kind;
        var text = token.Value ?? Encoding.UTF8.GetString(_lexer.Text(token)[..Math.Min(token.Length, Longest + 1)]);
        if (text.Length > Longest)
            text = string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest), "…");
        return $"{kind} \"{text}\"";
    }
}
