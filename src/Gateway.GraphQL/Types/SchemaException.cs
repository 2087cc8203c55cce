namespace Gateway.GraphQL.Types;

/// <summary>The schema is invalid. The message lists all errors with their coordinates.</summary>
public sealed class SchemaException(params IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
