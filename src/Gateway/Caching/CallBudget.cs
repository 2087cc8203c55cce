using Gateway.Upstream;
using Microsoft.Extensions.Options;

namespace Gateway.Caching;

/// <summary>
/// Limits the calls to Cloudflare of an operation: one for each distinct key of its fields' requests, whether or not the cache has an
/// answer. An operation beyond the limit is rejected before it makes any call.
/// </summary>
internal sealed partial class CallBudget(IOptions<CloudflareOptions> options, IEnumerable<FieldCalls> fields)
{
    private const string Code = "OPERATION_TOO_EXPENSIVE";

    private readonly int _most = options.Value.MaxCallsPerOperation;
    private readonly Dictionary<(string Type, string Name), FieldCalls> _fields = fields.ToDictionary(field => (field.Type, field.Name));

    private IError? Check(HashSet<CacheKey> keys) => keys.Count <= _most ? null : ErrorBuilder.New()
        .SetMessage($"The operation may ask Cloudflare {keys.Count} times; {_most} times are the most. Split it.")
        .SetCode(Code)
        .SetExtension("calls", keys.Count)
        .SetExtension("maxCalls", _most)
        .Build();
}
