using System.Runtime.CompilerServices;
using Gateway.Shared;

namespace Gateway.Upstream.Resilience;

/// <content>
/// The queue of calls that wait. Known credentials take turns; guests take turns by address, and then by credential.
/// </content>
internal sealed partial class ApiPermits
{
    // Some seconds of a flood.
    private const int MaxTurnedAway = 8192;

    // The turns of guests that were turned away and may come again.
    private readonly BoundedCache<CredentialFingerprint, StrongBox<long>> _turnedAway = new(MaxTurnedAway);

    // In order of arrival, but for retries, which are first.
    private readonly List<ScheduledCall> _queue = [];
    private volatile int _waiting;
    private long _turns;

    /// <summary>The number of calls that wait.</summary>
    public int Waiting => _waiting;

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
}
