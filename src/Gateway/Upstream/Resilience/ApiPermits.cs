using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gateway.Shared;

namespace Gateway.Upstream.Resilience;

/// <summary>
/// The calls of one API: who has permits, and who waits. Known credentials take turns; guests take turns by address, and then by
/// credential. The lock of the <see cref="CallScheduler"/> guards it.
/// </summary>
/// <param name="options">The bounds.</param>
/// <param name="startsPerSecond">The API's part of the rate; 0 if the rate is unlimited.</param>
internal sealed partial class ApiPermits(CloudflareOptions options, int startsPerSecond)
{
    // Some seconds of a flood.
    private const int MaxTurnedAway = 8192;

    private readonly int _permitsOfOne = Math.Max(1, (int)(options.MaxConcurrentCalls * options.CredentialShare));
    private readonly Dictionary<CredentialFingerprint, CallShare> _credentials = [];
    private readonly Dictionary<ClientAddress, CallShare> _addresses = [];

    // Guests are among themselves by address. All known credentials count as one address.
    private readonly CallShare _known = new();

    // The turns of guests that were turned away and may come again.
    private readonly BoundedCache<CredentialFingerprint, StrongBox<long>> _turnedAway = new(MaxTurnedAway);

    // In order of arrival, but for retries, which are first.
    private readonly List<ScheduledCall> _queue = [];
    private int _taken;
    private int _takenByGuests;
    private int _startedByGuests;
    private volatile int _waiting;
    private long _turns;

    /// <summary>The number of calls that wait.</summary>
    public int Waiting => _waiting;

    /// <summary>The number of starts in the last second.</summary>
    public int Started { get; private set; }

    /// <summary>The number of credentials and addresses with calls.</summary>
    public int Shares => _credentials.Count + _addresses.Count;

    /// <summary>Whether the API's starts are less than its part of the rate.</summary>
    public bool IsWithinPart => Started < startsPerSecond;

    /// <summary>Adds a call that has neither a permit nor a place in the queue.</summary>
    public void Add(ScheduledCall call)
    {
        call.OfCredential = ShareOf(_credentials, call.Credential);
        call.OfAddress = call.IsGuest ? ShareOf(_addresses, call.Address) : _known;
    }

    /// <summary>Forgets a call that has neither a permit nor a place in the queue.</summary>
    public void Remove(ScheduledCall call)
    {
        if (call.OfCredential is { Taken: 0, Waiting: 0 })
        {
            _credentials.Remove(call.Credential);
        }

        if (call.IsGuest && call.OfAddress is { Taken: 0, Waiting: 0 })
        {
            _addresses.Remove(call.Address);
        }
    }

    public void Enqueue(ScheduledCall call)
    {
        call.Waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Insert(call.HasPermit ? 0 : _queue.Count, call);
        _waiting = _queue.Count;
        if (call.OfAddress.Waiting++ == 0)
        {
            call.OfAddress.Turn = ++_turns;
        }

        if (call.OfCredential.Waiting++ == 0)
        {
            call.OfCredential.Turn = _turnedAway.Find(call.Credential)?.Value ?? ++_turns;
        }
    }

    public void Dequeue(ScheduledCall call)
    {
        _queue.Remove(call);
        _waiting = _queue.Count;
        call.OfAddress.Waiting--;
        call.OfCredential.Waiting--;
        call.Waiter!.SetResult();
        call.Waiter = null;
    }

    /// <summary>The call that starts next, of those that can.</summary>
    public ScheduledCall? Next(Func<ScheduledCall, bool> canStart)
    {
        var isGuestsTurn = OwesGuests;
        return First(isGuestsTurn) ?? First(!isGuestsTurn);

        ScheduledCall? First(bool guests) => _queue
            .Where(call => call.IsGuest == guests && canStart(call))
            .MinBy(static call => (call.OfAddress.Turn, call.OfCredential.Turn));
    }

    /// <summary>
    /// The call to turn away from a queue that is too long: the last one of who has most in it, or whose turn is last. It is a guest's if
    /// guests have more than their eighth. Null if the queue is not too long.
    /// </summary>
    public ScheduledCall? Surplus()
    {
        if (_queue.Count <= options.QueueLength)
        {
            return null;
        }

        var guests = _queue.Count(static call => call.IsGuest);
        var isGuest = guests == _queue.Count || guests > Math.Max(1, options.QueueLength / 8);
        return _queue
            .Where(call => call.IsGuest == isGuest)
            .Reverse()
            .MaxBy(static call => (call.OfAddress.Waiting, call.OfCredential.Waiting, call.OfCredential.Turn));
    }

    /// <summary>Whether the call has a permit, or may take one.</summary>
    public bool HasPermitFor(ScheduledCall call) => call.HasPermit
        || (call.OfCredential.Taken < _permitsOfOne
            && options.MaxConcurrentCalls - _taken > EighthsLeftBy(call) * (options.MaxConcurrentCalls / 8));

    public void TakePermit(ScheduledCall call) => AddPermits(call, 1);

    public void ReleasePermit(ScheduledCall call) => AddPermits(call, -1);

    /// <summary>The others have their turns first now.</summary>
    public void EndTurn(ScheduledCall call)
    {
        call.OfAddress.Turn = call.OfCredential.Turn = ++_turns;
        _turnedAway.Remove(call.Credential);
    }

    /// <summary>
    /// Keeps the turn of a guest that is turned away for when it comes again. Otherwise a client at the address of a flood had the chance
    /// of one of its tokens each time, and would hardly ever get in.
    /// </summary>
    public void KeepTurn(ScheduledCall call)
    {
        if (call is { IsGuest: true, Waiter: not null } && _turnedAway.Find(call.Credential) is null)
        {
            _turnedAway.Set(call.Credential, new StrongBox<long>(call.OfCredential.Turn));
        }
    }

    public void CountStart(ScheduledCall call, int count)
    {
        Started += count;
        _startedByGuests += call.IsGuest ? count : 0;
    }

    private static CallShare ShareOf<TKey>(Dictionary<TKey, CallShare> shares, TKey key)
        where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(shares, key, out _) ??= new CallShare();

    private void AddPermits(ScheduledCall call, int count)
    {
        call.HasPermit = count > 0;
        call.OfCredential.Taken += count;
        call.OfAddress.Taken += count;
        _taken += count;
        _takenByGuests += call.IsGuest ? count : 0;
    }
}
