namespace Gateway.GraphQL.Language;

/// <summary>A syntax error.</summary>
public sealed record SyntaxError(string Message, Location Location);

/// <summary>Thrown for a syntax error in a source that belongs to the program.</summary>
public sealed class SyntaxException(SyntaxError error)
    : Exception($"{error.Message} ({error.Location.Line}:{error.Location.Column})")
{
    public SyntaxError Error { get; } = error;
}
