using System.Diagnostics.Metrics;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Buffering;

/// <summary>
/// The memory for bodies of responses: <see cref="CloudflareOptions.MaxBufferedBytes"/> over all calls, in segments that are kept for the
/// next call. Each call has its first segment at once, so that small answers and refusals wait for nobody's large ones. Beyond it bodies
/// grow as <see cref="BufferAccount"/> allows, for all calls and for each credential; what doesn't fit waits, first come, first served,
/// without holding up other credentials.
/// </summary>
internal sealed class BodyBuffers
{
    private readonly Lock _gate = new();
    private readonly Stack<BodySegment> _idle = new();
    private readonly LinkedList<Waiter> _waiters = new();
    private readonly Dictionary<CredentialFingerprint, BufferAccount> _shares = [];
    private readonly UpDownCounter<long> _bytes;
    private readonly BufferAccount _all;
    private readonly int _capacityOfOne;
    private readonly int _whole;

    public BodyBuffers(IOptions<CloudflareOptions> options, IEnumerable<CloudflareApi> apis, IMeterFactory meters)
    {
        // Each API has as many calls.
        var first = apis.Count() * options.Value.MaxConcurrentCalls;
        _whole = (options.Value.MaxResponseBytes - 1) / BodySegment.Size;
        var capacity = Math.Max(_whole, (int)(options.Value.MaxBufferedBytes / BodySegment.Size) - first);
        _capacityOfOne = Math.Max(_whole, (int)(capacity * options.Value.CredentialShare));
        _all = new BufferAccount(capacity, _whole);
        _bytes = meters.Create(ResilienceMetrics.MeterName).CreateUpDownCounter<long>(
            "gateway.cloudflare.buffered", "By", "Memory in use for bodies of responses that are being read.");
    }

    /// <summary>Credentials that something is kept of.</summary>
    public int Credentials
    {
        get
        {
            lock (_gate)
            {
                return _shares.Count;
            }
        }
    }

    /// <summary>Bodies that wait for memory.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiters.Count;
            }
        }
    }

    /// <summary>Appends a segment to a body, perhaps after some waiting.</summary>
    public ValueTask<BodySegment> TakeAsync(BufferedBody body, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            if (Fits(body))
            {
                return new(Take(body));
            }

            waiter = new Waiter(body);
            _waiters.AddLast(waiter.Position);
        }

        return WaitAsync(waiter, cancellationToken);
    }

    /// <summary>Takes all segments of a body back, for those that wait.</summary>
    public void Return(BufferedBody body)
    {
        lock (_gate)
        {
            if (body.First is null)
            {
                return;
            }

            _all.Return(body);
            body.Share!.Return(body);
            if (--body.Share.Bodies == 0)
            {
                _shares.Remove(body.Credential);
            }

            for (var segment = body.First; segment is not null;)
            {
                var next = segment.Detach();
                _idle.Push(segment);
                segment = next;
            }

            _bytes.Add(-(body.Grown + 1L) * BodySegment.Size);
            Grant();
        }
    }

    private bool Fits(BufferedBody body) => body.First is null || (_all.Fits(body) && body.Share!.Fits(body));

    private BodySegment Take(BufferedBody body)
    {
        if (body.First is null)
        {
            body.Share = ShareOf(body.Credential);
            body.Share.Bodies++;
        }
        else
        {
            _all.Take(body);
            body.Share!.Take(body);
        }

        var segment = _idle.TryPop(out var idle) ? idle : new BodySegment();
        body.Append(segment);
        _bytes.Add(BodySegment.Size);
        return segment;
    }

    private BufferAccount ShareOf(CredentialFingerprint credential)
    {
        if (!_shares.TryGetValue(credential, out var share))
        {
            share = new BufferAccount(_capacityOfOne, _whole);
            _shares.Add(credential, share);
        }

        return share;
    }

    private void Grant()
    {
        for (var position = _waiters.First; position is not null;)
        {
            var next = position.Next;
            if (Fits(position.Value.Body))
            {
                _waiters.Remove(position);
                position.Value.SetResult(Take(position.Value.Body));
            }

            position = next;
        }
    }

    private async ValueTask<BodySegment> WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        await ((Task)waiter.Task.WaitAsync(cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (!waiter.Task.IsCompleted)
            {
                _waiters.Remove(waiter.Position);
                throw new OperationCanceledException(cancellationToken);
            }
        }

        return waiter.Task.Result;
    }

    private sealed class Waiter : TaskCompletionSource<BodySegment>
    {
        public Waiter(BufferedBody body)
            : base(TaskCreationOptions.RunContinuationsAsynchronously)
        {
            Body = body;
            Position = new LinkedListNode<Waiter>(this);
        }

        public BufferedBody Body { get; }

        public LinkedListNode<Waiter> Position { get; }
    }
}
