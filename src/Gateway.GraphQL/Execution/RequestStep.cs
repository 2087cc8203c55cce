using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// An optional step of preparing a request, registered in <see cref="ExecutorOptions.Steps"/>. The steps of a reusable operation run once,
/// when it is prepared.
/// </summary>
internal abstract class RequestStep
{
    /// <summary>Changes when requests that name a document may get another one.</summary>
    public virtual int Version => 0;

    /// <summary>Called before the first request.</summary>
    public virtual void Initialize(ExecutorOptions options, DocumentCompiler documents)
    {
    }

    /// <summary>Whether the prepared operation of such a request may be reused.</summary>
    public virtual bool IsReusable(OperationRequest request) => true;

    /// <summary>Finds the request's document, or adds an error. False if the step does not apply to the request.</summary>
    public virtual bool TryFindDocument(
        OperationRequest request,
        out ExecutableDocument? document,
        ref IReadOnlyList<IError> errors,
        ref Dictionary<string, object?>? extensions)
    {
        document = null;
        return false;
    }

    /// <summary>Checks a document before validation. Returns an error to reject it.</summary>
    public virtual IError? Check(DocumentNode document) => null;

    /// <summary>
    /// Checks a plan with the request's variables before it is executed. A result replaces the execution; null continues.
    /// </summary>
    public virtual ExecutionResult? Check(
        OperationRequest request,
        OperationPlan plan,
        IReadOnlyDictionary<string, InputValue> variables,
        ref Dictionary<string, object?>? extensions) =>
        null;
}
