namespace Gateway.Upstream.Resilience;

/// <summary>What one credential has under way and waiting; changed under the lock of its <see cref="FairConcurrencyLimiter"/> alone.</summary>
internal sealed class CredentialPermits(CredentialFingerprint credential)
{
    public CredentialFingerprint Credential => credential;

    public int Taken { get; set; }

    /// <summary>Calls that wait, the first to get a permit first: true when one gets it, false when it has to make room for another.</summary>
    public List<TaskCompletionSource<bool>> Waiters { get; } = [];
}
