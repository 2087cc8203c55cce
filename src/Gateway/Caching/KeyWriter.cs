using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Writes the inputs of a request as tuples of tag, length and bytes, and digests them: no two lists of inputs have the same bytes,
/// whatever is in them. An input that was not given is written as no tuple at all.
/// </summary>
internal ref struct KeyWriter
{
    /// <summary>Part of every key: a new number for any change of what is written makes all old entries misses.</summary>
    public const byte Version = 2;

    public const int BufferSize = 512;

    private const byte VersionTag = 0xFF;
    private const byte PathAndQueryTag = 1;
    private const int PrefixSize = 1 + sizeof(int);

    private Span<byte> _buffer;
    private int _length;

    /// <param name="kind">What the key is of.</param>
    /// <param name="buffer">Where the tuples are written as long as they fit, <see cref="BufferSize"/> bytes as a rule.</param>
    public KeyWriter(KeyKind kind, Span<byte> buffer)
    {
        _buffer = buffer;
        Add(VersionTag, [Version, (byte)kind]);
    }

    /// <summary>The key of what is asked. A request in normal form has one spelling on the wire, which therefore is its key.</summary>
    public static CacheKey OfRequest(string pathAndQuery)
    {
        var key = new KeyWriter(KeyKind.Request, stackalloc byte[BufferSize]);
        key.Add(PathAndQueryTag, pathAndQuery);
        return key.ToKey();
    }

    public void Add(byte tag, scoped ReadOnlySpan<byte> bytes) => bytes.CopyTo(Extend(tag, bytes.Length));

    public void Add(byte tag, string text) => Encoding.UTF8.GetBytes(text, Extend(tag, Encoding.UTF8.GetByteCount(text)));

    public void Add(byte tag, CacheKey key) => key.Write(Extend(tag, CacheKey.Size));

    public void Add(byte tag, CredentialFingerprint fingerprint) => Add(tag, new CacheKey(fingerprint.High, fingerprint.Low));

    /// <summary>Digests what was written.</summary>
    public readonly CacheKey ToKey()
    {
        Span<byte> digest = stackalloc byte[CacheKey.Size];
        SHA256.HashData(_buffer[.._length], digest);
        return CacheKey.Read(digest);
    }

    private Span<byte> Extend(byte tag, int length)
    {
        var start = _length + PrefixSize;
        if (start + length > _buffer.Length)
        {
            var larger = new byte[Math.Max(start + length, 2 * _buffer.Length)];
            _buffer[.._length].CopyTo(larger);
            _buffer = larger;
        }

        _buffer[_length] = tag;
        BinaryPrimitives.WriteInt32BigEndian(_buffer[(_length + 1)..], length);
        _length = start + length;
        return _buffer.Slice(start, length);
    }
}

/// <summary>What a key is of, so that keys of different kinds never meet. The numbers are part of every key.</summary>
internal enum KeyKind : byte
{
    /// <summary>What is asked, whoever asks.</summary>
    Request = 1,

    /// <summary>What is asked by one credential.</summary>
    Own = 2,

    /// <summary>What one credential may see: an endpoint, or a zone of it.</summary>
    Scope = 3,
}
