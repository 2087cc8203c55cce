namespace Gateway.GraphQL.Language;

/// <summary>Why, and where, a source is not a GraphQL document.</summary>
public sealed record SyntaxError(string Message, Location Location);

/// <summary>A source that the program itself carries does not parse.</summary>
public sealed class SyntaxException(SyntaxError error)
    : Exception($"{error.Message} ({error.Location.Line}:{error.Location.Column})")
{
    public SyntaxError Error { get; } = error;
}
