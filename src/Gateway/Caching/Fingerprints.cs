using System.Security.Cryptography;
using Gateway.Cloudflare;

namespace Gateway.Caching;

/// <summary>Fingerprints credentials under a key that replicas share where they share a secret, and that is made up at start where not.</summary>
internal sealed class Fingerprints(byte[] key)
{
    public static Fingerprints OfThisProcess() => new(RandomNumberGenerator.GetBytes(32));

    public CredentialFingerprint Of(Credential credential) => credential.Fingerprint(key);
}
