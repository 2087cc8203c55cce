using Gateway.Upstream;
using Microsoft.Extensions.Options;

namespace Gateway.Caching;

/// <summary>
/// Limits the calls to Cloudflare of an operation: one for each root field with different arguments. An operation beyond the limit is
/// rejected before it makes any call. HotChocolate has no hook for this.
/// </summary>
internal sealed class CallBudget(IOptions<CloudflareOptions> options, IEnumerable<SelectionDecides> fields) : IOperationGuard
{
    private const string Code = "OPERATION_TOO_EXPENSIVE";

    private readonly int _most = options.Value.MaxCallsPerOperation;
    private readonly Dictionary<string, Func<RootField, string>> _selections = fields.ToDictionary(field => field.Name, field => field.Of);

    public IError? Check(OperationOutline operation)
    {
        // There are at most as many calls as root fields.
        if (operation.Count <= _most)
        {
            return null;
        }

        var calls = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < operation.Count; index++)
        {
            // Introspection makes no calls.
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

/// <summary>A root field whose call depends on its selections as well as on its arguments.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Of">Describes the selections in a text that is equal for selections which share one call.</param>
internal sealed record SelectionDecides(string Name, Func<RootField, string> Of);
