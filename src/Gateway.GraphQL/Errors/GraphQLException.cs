namespace Gateway.GraphQL;

/// <summary>A resolver's way to fail with errors of its own; every other exception is masked.</summary>
public sealed class GraphQLException(params IReadOnlyList<IError> errors) : Exception(errors.Count > 0 ? errors[0].Message : "GraphQL error")
{
    public GraphQLException(string message)
        : this(ErrorBuilder.New().SetMessage(message).Build())
    {
    }

    public IReadOnlyList<IError> Errors { get; } = errors;
}
