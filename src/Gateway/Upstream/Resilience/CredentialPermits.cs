namespace Gateway.Upstream.Resilience;

/// <summary>What a credential has under way and waiting; changed under the lock of its <see cref="FairConcurrencyLimiter"/>.</summary>
internal sealed class CredentialPermits(CredentialFingerprint credential)
{
    public CredentialFingerprint Credential => credential;

    public int Taken { get; set; }

    /// <summary>Calls that wait, in order: true when one gets a permit, false when it has to make room for another.</summary>
    public List<TaskCompletionSource<bool>> Waiters { get; } = [];
}
