using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Upstream;

/// <summary>A caller's own Cloudflare credential: a token, or an e-mail address with a global key.</summary>
/// <remarks>The secret leaves this class only in the headers of a call and as a keyed hash.</remarks>
internal sealed record Credential
{
    private readonly Scheme _scheme;
    private readonly string _email;
    private readonly string _secret;

    private Credential(Scheme scheme, string email, string secret)
    {
        _scheme = scheme;
        _email = email;
        _secret = secret;
    }

    private enum Scheme : byte
    {
        Bearer = 1,
        Key = 2,
    }

    /// <param name="token">The token, in ASCII, as <see cref="CredentialReader"/> ensures.</param>
    public static Credential Bearer(string token) => new(Scheme.Bearer, "", token);

    /// <inheritdoc cref="Bearer"/>
    public static Credential Key(string email, string key) => new(Scheme.Key, email, key);

    /// <summary>Adds the credential to the headers of a call, in the form in which the caller sent it.</summary>
    public void Apply(HttpRequestMessage request)
    {
        if (_scheme == Scheme.Bearer)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _secret);
            return;
        }

        request.Headers.TryAddWithoutValidation("X-Auth-Email", _email);
        request.Headers.TryAddWithoutValidation("X-Auth-Key", _secret);
    }

    /// <summary>Computes the fingerprint: HMAC-SHA-256 (RFC 2104) over the scheme and the length-prefixed parts.</summary>
    public CredentialFingerprint Fingerprint(ReadOnlySpan<byte> key)
    {
        var size = 1 + (2 * sizeof(int)) + _email.Length + _secret.Length;
        var message = size <= 512 ? stackalloc byte[size] : new byte[size];
        message[0] = (byte)_scheme;
        Append(Append(message[1..], _email), _secret);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, hash);
        CryptographicOperations.ZeroMemory(message);
        return new CredentialFingerprint(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }

    // String hash codes are seeded at random for each process, so nobody can craft tokens that collide.
    public override int GetHashCode() => _secret.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the scheme only: a log line or an exception must not hold the secret.</summary>
    public override string ToString() => _scheme == Scheme.Bearer ? "Bearer (redacted)" : "X-Auth-Key (redacted)";

    // The parts are ASCII: one byte for each character.
    private static Span<byte> Append(Span<byte> destination, string part)
    {
        BinaryPrimitives.WriteInt32BigEndian(destination, part.Length);
        var written = Encoding.ASCII.GetBytes(part, destination[sizeof(int)..]);
        return destination[(sizeof(int) + written)..];
    }
}

/// <summary>The keyed hash of a credential, which represents it everywhere but in a call.</summary>
internal readonly record struct CredentialFingerprint(UInt128 High, UInt128 Low);
