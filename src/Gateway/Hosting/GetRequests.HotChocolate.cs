using HotChocolate.Execution;

namespace Gateway.Hosting;

/// <summary>
/// Refuses all operations but queries by GET. HotChocolate validates the document first, and finds that the schema has no mutations.
/// </summary>
internal static class GetRequests
{
    public static void AddTo(IRequestExecutorBuilder server) => server.UseRequest(
        static (_, next) => context =>
        {
            if (context.Request.Flags.HasFlag(RequestFlags.AllowMutation) || OperationOf(context) is null or OperationType.Query)
            {
                return next(context);
            }

            var refusal = OperationResult.FromError(
                ErrorBuilder.New().SetMessage("Only queries can be run by GET; use POST.").Build());
            refusal.ContextData = refusal.ContextData.Add(ExecutionContextData.OperationNotAllowed, null);
            context.Result = refusal;
            return default;
        },
        key: nameof(GetRequests),
        before: WellKnownRequestMiddleware.DocumentValidationMiddleware);

    private static OperationType? OperationOf(RequestContext context) =>
        context.OperationDocumentInfo.Document?.Definitions.OfType<OperationDefinitionNode>()
            .FirstOrDefault(operation => context.Request.OperationName is not { } name || operation.Name?.Value == name)?.Operation;
}
