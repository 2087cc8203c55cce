namespace Gateway.Upstream.Resilience;

/// <summary>The permits and waiters of a credential. The lock of its <see cref="FairConcurrencyLimiter"/> guards them.</summary>
internal sealed class CredentialPermits(CredentialFingerprint credential)
{
    public CredentialFingerprint Credential => credential;

    public int Taken { get; set; }

    /// <summary>The waiting calls, in order. The result is true for a permit, false for an eviction from the queue.</summary>
    public List<TaskCompletionSource<bool>> Waiters { get; } = [];
}
