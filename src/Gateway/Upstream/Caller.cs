namespace Gateway.Upstream;

/// <summary>A caller: its credential, which only Cloudflare gets, and its fingerprint, which represents it everywhere else.</summary>
internal sealed record Caller(Credential Credential, CredentialFingerprint Fingerprint, CredentialFingerprint? PreviousFingerprint = null)
{
    /// <summary>Where its request came from, by which guests take turns. Refreshes have none, because they don't wait.</summary>
    public ClientAddress Address { get; init; }
}

/// <summary>What a call to Cloudflare is for.</summary>
internal enum CallPurpose
{
    /// <summary>A user waits for the answer.</summary>
    Request,

    /// <summary>
    /// A user waits for the answer, which also shows whether the credential may still read what the cache has. The caller's own trouble
    /// does not stop it, since stale data is served only after a call.
    /// </summary>
    Check,

    /// <summary>A background refresh or renewal. Nobody waits for it.</summary>
    Refresh,
}
