using System.Security.Cryptography;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>Fingerprints credentials under a key that replicas share where they share a secret, and that is made up at start where not.</summary>
/// <param name="key">What credentials are told apart with.</param>
/// <param name="previous">What replicas that have not got the newest secret yet tell them apart with; null where there is none.</param>
internal sealed class Fingerprints(byte[] key, byte[]? previous = null)
{
    public static Fingerprints OfThisProcess() => new(RandomNumberGenerator.GetBytes(32));

    public Caller Identify(Credential credential) =>
        new(credential, credential.Fingerprint(key), previous is null ? null : credential.Fingerprint(previous));
}
