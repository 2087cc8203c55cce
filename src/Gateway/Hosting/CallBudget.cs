using Gateway.Spectrum.Requests;
using Gateway.Upstream;
using Microsoft.Extensions.Options;

namespace Gateway.Hosting;

/// <summary>
/// The price that matters: distinct calls to Cloudflare, one for each root field and each choice of its arguments. An operation that would
/// make too many makes none. The only part of the gateway that needs a hook of the engine which HotChocolate has not.
/// </summary>
internal sealed class CallBudget(IOptions<CloudflareOptions> options) : IOperationGuard
{
    private const string Code = "OPERATION_TOO_EXPENSIVE";

    private readonly int _most = options.Value.MaxCallsPerOperation;

    public IError? Check(OperationOutline operation)
    {
        // Fields that are fewer than the calls allowed need no closer look.
        if (operation.Count <= _most)
        {
            return null;
        }

        var calls = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < operation.Count; index++)
        {
            if (KeyOf(operation[index]) is { } key)
            {
                calls.Add(key);
            }
        }

        return calls.Count <= _most ? null : ErrorBuilder.New()
            .SetMessage($"The operation would ask Cloudflare {calls.Count} times; {_most} times are the most. Split it.")
            .SetCode(Code)
            .SetExtension("calls", calls.Count)
            .SetExtension("maxCalls", _most)
            .Build();
    }

    /// <summary>The same for fields that one call answers; null where a field needs none.</summary>
    private static string? KeyOf(RootField field) => field.Name switch
    {
        ['_', '_', ..] => null,
        // Without `metrics` a call asks for those that are selected.
        "spectrumBytime" when field.Selection.Arguments["metrics"].ValueLiteral is not ListValueNode { Items.Length: > 0 }
            => $"{field.Name}({field.ArgumentKey}){string.Join(',', SelectedMetrics.Of(field.Context).Distinct())}",
        _ => $"{field.Name}({field.ArgumentKey})",
    };
}
