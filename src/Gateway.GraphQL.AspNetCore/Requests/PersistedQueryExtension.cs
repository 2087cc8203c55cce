using System.Text.Json;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>Reads the SHA-256 of a document from <c>extensions.persistedQuery</c>. Other extensions are ignored.</summary>
internal static class PersistedQueryExtension
{
    // Other extensions are ignored, however deep they nest.
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <param name="extensions">The extensions, which are valid JSON; empty for none.</param>
    /// <param name="request">Receives the hash.</param>
    public static RequestFault? Read(ReadOnlyMemory<byte> extensions, GraphQLRequest request)
    {
        if (extensions.IsEmpty)
        {
            return null;
        }

        using var json = JsonDocument.Parse(extensions, AnyDepth);
        try
        {
            if (!json.RootElement.TryGetProperty("persistedQuery", out var query) || query.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            request.DocumentHash = query.ValueKind == JsonValueKind.Object
                && query.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out var number)
                && number == 1
                && query.TryGetProperty("sha256Hash", out var hash)
                && hash.ValueKind == JsonValueKind.String
                ? hash.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // The reader throws this for a lone surrogate in \u escapes.
            return RequestFault.HalfSurrogatePair;
        }

        return request.DocumentHash is { Length: > 0 } ? null : RequestFault.PersistedQuery;
    }
}
