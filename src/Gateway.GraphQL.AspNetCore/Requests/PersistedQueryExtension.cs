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

        try
        {
            return ReadExtensions(extensions.Span, request);
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say that \u escapes are not UTF-16.
            return RequestFault.HalfSurrogatePair;
        }
    }

    private static RequestFault? ReadExtensions(ReadOnlySpan<byte> extensions, GraphQLRequest request)
    {
        var reader = new Utf8JsonReader(extensions);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isOurs = reader.ValueTextEquals("persistedQuery"u8);
            reader.Read();
            if (isOurs && reader.TokenType != JsonTokenType.Null)
            {
                return ReadHash(ref reader, request);
            }

            reader.Skip();
        }

        return null;
    }

    private static RequestFault? ReadHash(ref Utf8JsonReader reader, GraphQLRequest request)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return RequestFault.PersistedQuery;
        }

        var hasVersion = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("version"u8);
            var isHash = reader.ValueTextEquals("sha256Hash"u8);
            reader.Read();
            if (isVersion)
            {
                hasVersion = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version) && version == 1;
            }
            else if (isHash)
            {
                request.DocumentHash = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
            else
            {
                reader.Skip();
            }
        }

        return hasVersion && request.DocumentHash is { Length: > 0 } ? null : RequestFault.PersistedQuery;
    }
}
