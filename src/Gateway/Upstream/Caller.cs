namespace Gateway.Upstream;

/// <summary>Whose call it is: a credential, which goes to Cloudflare alone, and its fingerprint, which stands for it everywhere else.</summary>
internal sealed record Caller(Credential Credential, CredentialFingerprint Fingerprint, CredentialFingerprint? PreviousFingerprint = null);

/// <summary>What a call to Cloudflare is for.</summary>
internal enum CallPurpose
{
    /// <summary>A user waits for the answer.</summary>
    Request,

    /// <summary>An answer is made newer before it ends; nobody waits.</summary>
    Refresh,
}
