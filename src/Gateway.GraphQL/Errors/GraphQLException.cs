namespace Gateway.GraphQL;

/// <summary>Thrown by a resolver to fail with its own errors. All other exceptions are masked.</summary>
public sealed class GraphQLException(params IReadOnlyList<IError> errors)
    : Exception(errors.Count > 0 ? errors[0].Message : "GraphQL error")
{
    public GraphQLException(string message)
        : this(ErrorBuilder.New().SetMessage(message).Build())
    {
    }

    public IReadOnlyList<IError> Errors { get; } = errors;
}
