using System.Security.Cryptography;
using Gateway.Upstream;

namespace Gateway.Caching.Secrets;

/// <summary>The keys that the cache works with: those of the secret in use, and those of the one before while it is still read.</summary>
internal sealed class CacheSecret(byte[] secret, byte[]? previous = null)
{
    public DerivedKeys Current { get; } = new(secret);

    public DerivedKeys? Previous { get; } = previous is null || previous.AsSpan().SequenceEqual(secret) ? null : new(previous);

    /// <summary>Without a secret one is made up.</summary>
    public static CacheSecret From(CacheSecretOptions options) => new(
        SecretText.Read(options.Secret) ?? RandomNumberGenerator.GetBytes(SecretText.MinBytes), SecretText.Read(options.PreviousSecret));

    public Caller Identify(Credential credential) => new(
        credential, credential.Fingerprint(Current.Fingerprint), Previous is null ? null : credential.Fingerprint(Previous.Fingerprint));

    /// <summary>The keys with this id, or null.</summary>
    public DerivedKeys? Find(uint id) => id == Current.Id ? Current : id == Previous?.Id ? Previous : null;
}
