namespace Trust.Tests.Isolation;

/// <summary>A Cloudflare credential: a token, or a key with its owner's e-mail address.</summary>
internal sealed record Credential(string Secret, string Email = "")
{
    /// <summary>Whether Cloudflare gives it data. The sandbox refuses those that are named after a fault.</summary>
    public bool IsGood => !Secret.StartsWith("sandbox-", StringComparison.Ordinal);

    public override string ToString() => Email.Length == 0 ? Secret : $"{Secret} of {Email}";
}

/// <summary>The credential headers of a request, and the credential that each field gets from them.</summary>
internal sealed record Caller((string Name, string Value)[] Headers, Credential? Spectrum, Credential? Radar);
