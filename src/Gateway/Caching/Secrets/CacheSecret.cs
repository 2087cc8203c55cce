using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Gateway.Caching.Secrets;

/// <summary>The keys that the cache works with: those of the secret in use, and those of the one before while it is still read.</summary>
internal sealed class CacheSecret
{
    public CacheSecret(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> previous = default)
    {
        Current = new DerivedKeys(secret);
        Previous = previous.IsEmpty || previous.SequenceEqual(secret) ? null : new DerivedKeys(previous);
    }

    public DerivedKeys Current { get; }

    public DerivedKeys? Previous { get; }

    /// <summary>What credentials are told apart with.</summary>
    public ReadOnlySpan<byte> FingerprintKey => Current.Fingerprint;

    /// <summary>What replicas with the previous secret tell them apart with; empty when there is none.</summary>
    public ReadOnlySpan<byte> PreviousFingerprintKey => Previous is { } previous ? previous.Fingerprint : default;

    public static CacheSecret From(CacheSecretOptions options)
        => string.IsNullOrEmpty(options.Secret) ? Random() : new CacheSecret(Bytes(options.Secret), Bytes(options.PreviousSecret));

    /// <summary>The keys with this id, or null.</summary>
    public DerivedKeys? Find(uint id) => id == Current.Id ? Current : id == Previous?.Id ? Previous : null;

    private static CacheSecret Random()
    {
        Span<byte> secret = stackalloc byte[SecretText.MinBytes];
        RandomNumberGenerator.Fill(secret);
        return new CacheSecret(secret);
    }

    private static ReadOnlySpan<byte> Bytes(string? text)
        => string.IsNullOrEmpty(text) ? default : SecretText.Read(text) ?? throw new OptionsValidationException(
            CacheSecretOptions.Section, typeof(CacheSecretOptions), ["A secret is not base64 or hex of 32 bytes or more."]);
}
