using Microsoft.Extensions.Options;

namespace Gateway.Upstream;

/// <summary>
/// The price that matters: distinct calls to Cloudflare, one for each root field and each choice of its arguments. An operation that would
/// make too many makes none. The only part of the gateway that needs a hook of the engine which HotChocolate has not.
/// </summary>
internal sealed class CallBudget(IOptions<CloudflareOptions> options, IEnumerable<SelectionDecides> fields) : IOperationGuard
{
    private const string Code = "OPERATION_TOO_EXPENSIVE";

    private readonly int _most = options.Value.MaxCallsPerOperation;
    private readonly Dictionary<string, Func<RootField, string>> _selections = fields.ToDictionary(field => field.Name, field => field.Of);

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
            // Fields of introspection call nothing.
            if (operation[index] is { Name: not ['_', '_', ..] } field)
            {
                var selection = _selections.TryGetValue(field.Name, out var of) ? of(field) : "";
                calls.Add($"{field.Name}({field.ArgumentKey}){selection}");
            }
        }

        return calls.Count <= _most ? null : ErrorBuilder.New()
            .SetMessage($"The operation would ask Cloudflare {calls.Count} times; {_most} times are the most. Split it.")
            .SetCode(Code)
            .SetExtension("calls", calls.Count)
            .SetExtension("maxCalls", _most)
            .Build();
    }
}

/// <summary>A root field whose selections decide, beside its arguments, what Cloudflare is asked.</summary>
/// <param name="Name">The field.</param>
/// <param name="Of">What they decide, the same text for what one call answers.</param>
internal sealed record SelectionDecides(string Name, Func<RootField, string> Of);
