using System.Security.Cryptography;
using Gateway.Upstream;

namespace Gateway.Caching.Secrets;

/// <summary>The cache's keys: of the current secret, and of the previous one while its entries are still read.</summary>
internal sealed class CacheSecret(byte[] secret, byte[]? previous = null)
{
    public DerivedKeys Current { get; } = new(secret);

    public DerivedKeys? Previous { get; } = previous is null || previous.AsSpan().SequenceEqual(secret) ? null : new(previous);

    /// <summary>Makes the keys from the options. Without a configured secret it uses a random one.</summary>
    public static CacheSecret From(CacheSecretOptions options) => new(
        SecretText.Read(options.Secret) ?? RandomNumberGenerator.GetBytes(SecretText.MinBytes), SecretText.Read(options.PreviousSecret));

    public Caller Identify(Credential credential) => new(
        credential, credential.Fingerprint(Current.Fingerprint), Previous is null ? null : credential.Fingerprint(Previous.Fingerprint));

    /// <summary>The keys with this id, or null.</summary>
    public DerivedKeys? Find(uint id) => id == Current.Id ? Current : id == Previous?.Id ? Previous : null;
}
