namespace Gateway.GraphQL.Types;

/// <summary>The schema can't be built; the message names each place that is wrong, and how.</summary>
public sealed class SchemaException(params IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
