using System.Diagnostics.Metrics;
using System.Runtime.InteropServices;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Buffering;

/// <summary>
/// Pooled memory for response bodies: <see cref="CloudflareOptions.MaxBufferedBytes"/> over all calls, in reusable segments. Each call gets
/// its first segment at once, so small responses never wait for large ones. Further segments are subject to the
/// <see cref="BufferAccount"/> of all calls and that of the credential. Bodies that don't fit wait in order of arrival, without blocking
/// other credentials.
/// </summary>
internal sealed class BodyBuffers
{
    private readonly Lock _gate = new();
    private readonly Stack<BodySegment> _idle = new();
    private readonly List<Waiter> _waiters = [];
    private readonly Dictionary<CredentialFingerprint, BufferAccount> _shares = [];
    private readonly UpDownCounter<long> _bytes;
    private readonly BufferAccount _all;
    private readonly int _capacityOfOne;
    private readonly int _whole;

    public BodyBuffers(IOptions<CloudflareOptions> options, IEnumerable<CloudflareApi> apis, IMeterFactory meters)
    {
        // MaxConcurrentCalls applies to each API.
        var first = apis.Count() * options.Value.MaxConcurrentCalls;
        _whole = (options.Value.MaxResponseBytes - 1) / BodySegment.Size;
        var capacity = Math.Max(_whole, (int)(options.Value.MaxBufferedBytes / BodySegment.Size) - first);
        _capacityOfOne = Math.Max(_whole, (int)(capacity * options.Value.CredentialShare));
        _all = new BufferAccount(capacity, _whole);
        _bytes = meters.Create(ResilienceMetrics.MeterName).CreateUpDownCounter<long>(
            "gateway.cloudflare.buffered", "By", "Memory in use for response bodies that are being read.");
    }

    /// <summary>The number of credentials with a body that has grown.</summary>
    public int Credentials => _shares.Count;

    /// <summary>The number of bodies that wait for memory.</summary>
    public int Waiting => _waiters.Count;

    /// <summary>Appends a segment to a body, and waits for one if necessary.</summary>
    public async ValueTask<BodySegment> TakeAsync(BufferedBody body, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            if (Fits(body))
            {
                return Take(body);
            }

            waiter = new Waiter(body);
            _waiters.Add(waiter);
        }

        await ((Task)waiter.Task.WaitAsync(cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            // A waiter that got its segment just before the cancellation is no longer in the list.
            return _waiters.Remove(waiter) ? throw new OperationCanceledException(cancellationToken) : waiter.Task.Result;
        }
    }

    /// <summary>Takes all segments of a body back and gives them to waiters.</summary>
    public void Return(BufferedBody body)
    {
        lock (_gate)
        {
            if (body.First is null)
            {
                return;
            }

            for (var segment = body.First; segment is not null;)
            {
                var next = segment.Detach();
                _idle.Push(segment);
                segment = next;
            }

            // Most bodies fit into their first segment, and no account has it.
            if (body.Grown > 0)
            {
                var share = _shares[body.Credential];
                share.Bodies.Remove(body);
                share.Count();
                if (share.Bodies.Count == 0)
                {
                    _shares.Remove(body.Credential);
                }

                _all.Bodies.Remove(body);
                _all.Count();
            }

            _bytes.Add(-(body.Grown + 1L) * BodySegment.Size);
            foreach (var waiter in _waiters.ToArray())
            {
                if (Fits(waiter.Body))
                {
                    _waiters.Remove(waiter);
                    waiter.SetResult(Take(waiter.Body));
                }
            }
        }
    }

    private bool Fits(BufferedBody body) => body.First is null
        || (_all.Fits(body) && (!_shares.TryGetValue(body.Credential, out var share) || share.Fits(body)));

    private BodySegment Take(BufferedBody body)
    {
        var segment = _idle.TryPop(out var idle) ? idle : new BodySegment();
        body.Append(segment);
        if (body.Grown > 0)
        {
            ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(_shares, body.Credential, out _);
            share ??= new BufferAccount(_capacityOfOne, _whole);
            foreach (var account in new[] { _all, share })
            {
                account.Bodies.Add(body);
                account.Count();
            }
        }

        _bytes.Add(BodySegment.Size);
        return segment;
    }

    private sealed class Waiter(BufferedBody body) : TaskCompletionSource<BodySegment>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public BufferedBody Body => body;
    }
}
