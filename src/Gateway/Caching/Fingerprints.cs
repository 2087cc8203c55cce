using System.Security.Cryptography;
using Gateway.Cloudflare;

namespace Gateway.Caching;

/// <summary>Fingerprints credentials under a key that replicas share where they share a secret, and that is made up at start where not.</summary>
/// <param name="key">What credentials are told apart with.</param>
/// <param name="previous">What replicas that have not got the newest secret yet tell them apart with; null where there is none.</param>
internal sealed class Fingerprints(byte[] key, byte[]? previous = null)
{
    // About 4,000 callers. A fingerprint is dear, and a caller comes again and again.
    private const int Capacity = 2 << 20;

    private readonly BoundedMap<Credential, Caller> _callers = new(Capacity, static caller => caller.Size);

    public static Fingerprints OfThisProcess() => new(RandomNumberGenerator.GetBytes(32));

    public Caller Identify(Credential credential)
    {
        if (_callers.Find(credential) is { } known)
        {
            return known;
        }

        var caller = new Caller(credential, credential.Fingerprint(key), previous is null ? null : credential.Fingerprint(previous));
        _callers.Set(credential, caller);
        return caller;
    }
}
