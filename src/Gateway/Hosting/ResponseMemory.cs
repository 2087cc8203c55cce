using System.Diagnostics.Metrics;
using System.Net;
using System.Runtime.InteropServices;
using Gateway.Caching;
using Gateway.Upstream;
using Microsoft.Extensions.Options;

namespace Gateway.Hosting;

/// <summary>
/// The memory of responses above 64 KiB, from when they are written until the client has read them. A caller may hold a third of what is
/// free: a quarter of the whole if it is alone, and less the more others hold. So whoever holds most is refused first, and there is always
/// room for one more caller (Choudhury and Hahne, Dynamic queue length thresholds for shared-memory packet switches, 1998). A caller is a
/// credential, or a client's address without one.
/// </summary>
internal sealed class ResponseMemory : IResponseMemory
{
    public const string MeterName = "Gateway.Hosting";

    private const int LargestResponses = 8;
    private const int LeastResponses = 4;

    private static readonly IError Refusal = ErrorBuilder.New()
        .SetMessage("Too many large answers wait to be read. Read them faster, or ask for fewer or smaller ones at a time.")
        .SetCode("RESPONSE_OVERLOADED")
        .SetExtension("retryAfterSeconds", 1)
        .Build();

    private readonly Lock _gate = new();
    private readonly Dictionary<object, long> _held = [];
    private readonly CloudflareApi[] _apis;
    private readonly FingerprintCache _fingerprints;
    private readonly UpDownCounter<long> _bytes;
    private readonly Counter<long> _refused;
    private long _free;

    public ResponseMemory(
        GraphQLLimits limits,
        IOptions<HostingOptions> options,
        IEnumerable<CloudflareApi> apis,
        FingerprintCache fingerprints,
        IMeterFactory meters)
    {
        var wanted = options.Value.MaxBufferedBytes
            ?? Math.Min((long)LargestResponses * limits.MaxResponseBytes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);
        _free = Math.Max(wanted, (long)LeastResponses * limits.MaxResponseBytes);
        _apis = [.. apis];
        _fingerprints = fingerprints;
        var meter = meters.Create(MeterName);
        _bytes = meter.CreateUpDownCounter<long>(
            "gateway.responses.buffered", "By", "Memory in use for responses above 64 KiB that clients have not read yet.");
        _refused = meter.CreateCounter<long>(
            "gateway.responses.refused", "{response}", "Responses that were refused because callers read too slowly.");
    }

    public IResponseShare Open(object? state) => new Share(this, CallersOf((HttpContext)state!));

    /// <summary>
    /// All credentials of the request. A made-up one beside the one that gets the data is no way to hold more, because each is charged.
    /// </summary>
    private object[] CallersOf(HttpContext context)
    {
        var callers = new HashSet<object>();
        foreach (var api in _apis)
        {
            if (CredentialReader.Read(context.Request.Headers, api).IsSuccess(out var credential, out _))
            {
                callers.Add(_fingerprints.Identify(credential).Fingerprint);
            }
        }

        return callers.Count > 0 ? [.. callers] : [context.Connection.RemoteIpAddress ?? IPAddress.None];
    }

    /// <summary>
    /// Adds to what a response holds. A refused response is given up, so all it holds is free at once, under the same lock: of responses
    /// that compete for the last bytes, the last one always fits.
    /// </summary>
    private bool TryGrow(object[] callers, int bytes, ref long held)
    {
        lock (_gate)
        {
            foreach (var caller in callers)
            {
                if (3 * (_held.GetValueOrDefault(caller) + bytes) > _free - bytes)
                {
                    Release(callers, ref held);
                    return false;
                }
            }

            Add(callers, bytes);
            held += bytes;
            return true;
        }
    }

    private void Return(object[] callers, ref long held)
    {
        lock (_gate)
        {
            Release(callers, ref held);
        }
    }

    private void Release(object[] callers, ref long held)
    {
        Add(callers, -held);
        held = 0;
    }

    private void Add(object[] callers, long bytes)
    {
        _free -= bytes;

        // Under the lock, so that the metric never shows more than is held.
        _bytes.Add(bytes);
        foreach (var caller in callers)
        {
            ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(_held, caller, out _);
            held += bytes;
            if (held == 0)
            {
                _held.Remove(caller);
            }
        }
    }

    private sealed class Share(ResponseMemory memory, object[] callers) : IResponseShare
    {
        private long _held;

        public IError? Grow(int bytes)
        {
            if (memory.TryGrow(callers, bytes, ref _held))
            {
                return null;
            }

            memory._refused.Add(1);
            return Refusal;
        }

        public void Dispose() => memory.Return(callers, ref _held);
    }
}
