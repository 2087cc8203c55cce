using System.Runtime.InteropServices;

namespace Gateway.Upstream.Resilience;

/// <summary>
/// The calls of one API: who has permits, who waits, and what guests may take. The lock of the <see cref="CallScheduler"/>
/// guards it.
/// </summary>
/// <param name="options">The bounds.</param>
/// <param name="startsPerSecond">The API's part of the rate; 0 if the rate is unlimited.</param>
internal sealed partial class ApiPermits(CloudflareOptions options, int startsPerSecond)
{
    private readonly int _permitsOfOne = Math.Max(1, (int)(options.MaxConcurrentCalls * options.CredentialShare));
    private readonly Dictionary<CredentialFingerprint, CallShare> _credentials = [];
    private readonly Dictionary<ClientAddress, CallShare> _addresses = [];

    // Guests are among themselves by address. All known credentials count as one address.
    private readonly CallShare _known = new();

    private int _taken;
    private int _takenByGuests;
    private int _startedByGuests;

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

    /// <summary>Whether the call has a permit, or may take one.</summary>
    public bool HasPermitFor(ScheduledCall call) => call.HasPermit
        || (call.OfCredential.Taken < _permitsOfOne
            && options.MaxConcurrentCalls - _taken > EighthsLeftBy(call) * (options.MaxConcurrentCalls / 8));

    public void TakePermit(ScheduledCall call) => AddPermits(call, 1);

    public void ReleasePermit(ScheduledCall call) => AddPermits(call, -1);

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
