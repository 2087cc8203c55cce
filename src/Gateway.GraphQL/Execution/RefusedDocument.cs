using System.Collections;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Execution;

/// <summary>The errors of a document that is not executed, with what could be read of it.</summary>
/// <param name="errors">The errors.</param>
/// <param name="syntax">The document; null if it can't be parsed.</param>
internal sealed class RefusedDocument(IReadOnlyList<IError> errors, DocumentNode? syntax) : IReadOnlyList<IError>
{
    public int Count => errors.Count;

    public IError this[int index] => errors[index];

    /// <summary>
    /// The outcome of a request for this document. Whether a mutation was asked for is told before what else is wrong with it, because no
    /// document makes that allowed.
    /// </summary>
    public ExecutionOutcome OutcomeOf(OperationRequest request) =>
        syntax is null ? ExecutionOutcome.SyntaxError
        : request.QueriesOnly && KindOf(syntax, request.OperationName) is { } kind and not OperationType.Query
            ? ExecutionOutcome.OperationNotAllowed
            : ExecutionOutcome.RequestError;

    public IEnumerator<IError> GetEnumerator() => errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The kind of the operation that the request selects; null if it selects none.</summary>
    private static OperationType? KindOf(DocumentNode document, string? name)
    {
        var operations = document.Definitions.OfType<OperationDefinitionNode>().ToList();
        return name is null && operations.Count > 1 ? null : operations.Find(each => name is null || each.Name == name)?.Operation;
    }
}
