using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <content>What a response that is too large gets: data for its first fields, and an error for the others.</content>
internal sealed partial class OperationRunner
{
    private Error TooLarge => new(string.Create(
        null,
        $"The response is larger than {options.Request.MaxAllowedResponseBytes} bytes. "
            + $"Ask for fewer fields or columns, shorter lists or time windows, or fewer aliases."))
    {
        Code = "RESPONSE_TOO_LARGE",
        Extensions = new Dictionary<string, object?> { ["maxBytes"] = options.Request.MaxAllowedResponseBytes },
    };

    /// <summary>
    /// Writes a root field. The one that makes the response too large is rewound, and it and all later ones get an error. False if a null
    /// has to propagate.
    /// </summary>
    private bool TryWriteField(
        SelectionSet set, object? root, int index, ResolvedField? resolved, OperationContext context, ref bool isFull)
    {
        if (isFull)
        {
            return set.RefuseField(index, TooLarge, context);
        }

        var (start, errors) = (context.Output.Position, context.Errors.Count);
        try
        {
            var written = set.WriteObjectField(root, index, resolved, context);
            context.Output.CheckBounds();
            return written;
        }
        catch (ResponseLimitException full) when (full.Refusal is null)
        {
            isFull = true;
            context.Output.Rewind(start);
            context.Output.RemoveLimit();
            context.Path.Truncate(0);
            context.TruncateErrors(errors);
            return set.RefuseField(index, TooLarge, context);
        }
    }
}
