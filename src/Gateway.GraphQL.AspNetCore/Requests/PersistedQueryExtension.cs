using System.Text.Json;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>Reads <c>extensions.persistedQuery</c>, by which a client names a document by its SHA-256. Other extensions mean nothing here.</summary>
internal static class PersistedQueryExtension
{
    /// <param name="extensions">A JSON object that was read once already; empty where there is none.</param>
    /// <param name="request">Gets the hash.</param>
    public static RequestFault? Read(ReadOnlyMemory<byte> extensions, GraphQLRequest request)
    {
        if (extensions.IsEmpty)
        {
            return null;
        }

        using var json = JsonDocument.Parse(extensions);
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
            // The reader's way to say that \u escapes are not UTF-16.
            return RequestFault.HalfSurrogatePair;
        }

        return request.DocumentHash is { Length: > 0 } ? null : RequestFault.PersistedQuery;
    }
}
