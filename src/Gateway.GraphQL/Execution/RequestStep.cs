using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// A step of preparing a request, registered in <see cref="ExecutorOptions.Steps"/>: what is not registered is left out. An operation that
/// is kept and run again has passed all steps and passes none a second time.
/// </summary>
internal abstract class RequestStep
{
    /// <summary>Called before the first request.</summary>
    public virtual void Initialize(ExecutorOptions options, DocumentCompiler documents)
    {
    }

    /// <summary>Whether the operation of such a request may be kept and run again.</summary>
    public virtual bool IsReusable(OperationRequest request) => true;

    /// <summary>Finds the request's document, or says why there is none; false leaves it to others.</summary>
    public virtual bool TryFindDocument(
        OperationRequest request,
        out ExecutableDocument? document,
        ref IReadOnlyList<IError> errors,
        ref Dictionary<string, object?>? extensions)
    {
        document = null;
        return false;
    }

    /// <summary>Why a document is refused before it is validated; null where it is not.</summary>
    public virtual IError? Check(DocumentNode document) => null;

    /// <summary>An answer in place of running the operation; null where it may run.</summary>
    public virtual ExecutionResult? Check(OperationRequest request, OperationPlan plan, ref Dictionary<string, object?>? extensions)
        => null;
}
