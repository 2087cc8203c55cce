using System.Security.Cryptography;
using Gateway.Shared;

namespace Gateway.GraphQL.Persisted;

/// <summary>Automatic persisted queries: documents that a client sent once together with their SHA-256, and from then on asks for by it.</summary>
internal sealed class AutomaticDocuments(int capacity)
{
    // What is longer is not remembered, which bounds the memory.
    private const int MaxLength = 32 * 1024;

    private readonly BoundedCache<string, byte[]> _documents = new(capacity);

    /// <summary>Whether this is the document's hash: hex digits, in either case.</summary>
    public static bool IsHashOf(string hash, ReadOnlySpan<byte> document)
    {
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, actual);
        return hash.Equals(Convert.ToHexStringLower(actual), StringComparison.OrdinalIgnoreCase);
    }

    public byte[]? Find(string hash) => _documents.Find(Normalize(hash));

    /// <summary>Returns false where the document is too long to be remembered.</summary>
    public bool Add(string hash, ReadOnlySpan<byte> document)
    {
        if (document.Length > MaxLength)
        {
            return false;
        }

        _documents.Set(Normalize(hash), document.ToArray());
        return true;
    }

    private static string Normalize(string hash) => hash.ToLowerInvariant();
}
