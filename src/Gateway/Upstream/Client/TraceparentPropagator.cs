using System.Diagnostics;

namespace Gateway.Upstream.Client;

/// <summary>
/// Propagates only <c>traceparent</c> (W3C Trace Context, section 3.2), which the gateway makes itself. Callers control the content of
/// <c>tracestate</c> and <c>baggage</c>, so Cloudflare does not get them.
/// </summary>
internal sealed class TraceparentPropagator : DistributedContextPropagator
{
    private const string Field = "traceparent";

    public override IReadOnlyCollection<string> Fields { get; } = [Field];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        if (activity is { IdFormat: ActivityIdFormat.W3C, Id: { } id })
        {
            setter?.Invoke(carrier, Field, id);
        }
    }

    public override void ExtractTraceIdAndState(
        object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
