namespace Gateway.GraphQL.Language;

/// <summary>A syntax error of a source.</summary>
public sealed record SyntaxError(string Message, Location Location);

/// <summary>A source that belongs to the program has a syntax error.</summary>
public sealed class SyntaxException(SyntaxError error)
    : Exception($"{error.Message} ({error.Location.Line}:{error.Location.Column})")
{
    public SyntaxError Error { get; } = error;
}
