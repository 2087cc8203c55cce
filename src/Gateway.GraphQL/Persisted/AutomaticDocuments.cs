using System.Security.Cryptography;
using Gateway.Shared;

namespace Gateway.GraphQL.Persisted;

/// <summary>Automatic persisted queries: a client sends a document once with its SHA-256, and after that only the hash.</summary>
internal sealed class AutomaticDocuments(int capacity)
{
    // A longer document is not stored, which bounds the memory.
    private const int MaxLength = 32 * 1024;

    private readonly BoundedCache<string, byte[]> _documents = new(capacity);

    /// <summary>Whether the text is the document's SHA-256 in hex digits, upper or lower case.</summary>
    public static bool IsHashOf(string hash, ReadOnlySpan<byte> document)
    {
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, actual);
        return hash.Equals(Convert.ToHexStringLower(actual), StringComparison.OrdinalIgnoreCase);
    }

    public byte[]? Find(string hash) => _documents.Find(Normalize(hash));

    /// <summary>Adds a document. False if it is too long.</summary>
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
