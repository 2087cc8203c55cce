using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Writes the inputs of a request as tuples of tag, length and bytes, and digests them. The encoding is unambiguous: different inputs never
/// give the same bytes. An absent input has no tuple.
/// </summary>
internal ref struct KeyWriter
{
    /// <summary>Part of every key. Increase it with every change of the encoding; all older entries are misses then.</summary>
    public const byte Version = 2;

    public const int BufferSize = 512;

    private const byte VersionTag = 0xFF;
    private const byte PathAndQueryTag = 1;
    private const int PrefixSize = 1 + sizeof(int);

    private Span<byte> _buffer;
    private int _length;

    /// <param name="kind">The kind of the key.</param>
    /// <param name="buffer">
    /// The buffer for the tuples, usually of <see cref="BufferSize"/> bytes. A larger one is allocated if needed.
    /// </param>
    public KeyWriter(KeyKind kind, Span<byte> buffer)
    {
        _buffer = buffer;
        Add(VersionTag, [Version, (byte)kind]);
    }

    /// <summary>The key of a request in normal form, made from its path and query, which have one spelling only.</summary>
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

    /// <summary>Digests the tuples.</summary>
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

/// <summary>The kind of a key. The number is part of the key, so keys of different kinds never collide.</summary>
internal enum KeyKind : byte
{
    /// <summary>A request, of any credential.</summary>
    Request = 1,

    /// <summary>A request of one credential.</summary>
    Own = 2,

    /// <summary>A credential with an endpoint, or with a zone of it: the scope of a lease.</summary>
    Scope = 3,
}
