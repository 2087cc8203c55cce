using System.Text.Json;
using System.Text.Unicode;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>Parses the JSON form of a request in one pass (GraphQL over HTTP, JSON Encoding). Unknown members are ignored.</summary>
internal static class JsonRequestParser
{
    // Members that are ignored may nest as deep as the body is long: the reader does not recurse, and takes a bit for each level.
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Fills <paramref name="request"/> from <paramref name="body"/>, which must live as long as it does.</summary>
    public static RequestFault? Parse(ReadOnlyMemory<byte> body, GraphQLRequest request) =>
        Guarded(ref body) ?? Translate(body, request, static (body, request) => ParseObject(body, request));

    /// <summary>Whether the body is a JSON array.</summary>
    public static bool IsBatch(ReadOnlyMemory<byte> body) =>
        body.Span[(body.Span.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0)..].TrimStart(" \t\r\n"u8).StartsWith("["u8);

    /// <summary>Parses a batch. The caller has to dispose the added requests, even after a fault.</summary>
    public static RequestFault? ParseBatch(ReadOnlyMemory<byte> body, int maxSize, List<GraphQLRequest> requests) =>
        Guarded(ref body) ?? Translate(body, (maxSize, requests), static (body, batch) => ParseList(body, batch.maxSize, batch.requests));

    private static RequestFault? Guarded(ref ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith(ByteOrderMark))
        {
            body = body[ByteOrderMark.Length..];
        }

        return body.IsEmpty ? RequestFault.Empty : Utf8.IsValid(body.Span) ? null : RequestFault.NotUtf8;
    }

    private static RequestFault? Translate<T>(ReadOnlyMemory<byte> body, T target, Func<ReadOnlyMemory<byte>, T, RequestFault?> parse)
    {
        try
        {
            return parse(body, target);
        }
        catch (JsonException e)
        {
            return NotJson(e);
        }
        catch (InvalidOperationException)
        {
            // The reader throws this for a lone surrogate in \u escapes.
            return RequestFault.HalfSurrogatePair;
        }
    }

    private static RequestFault? ParseList(ReadOnlyMemory<byte> body, int maxSize, List<GraphQLRequest> requests)
    {
        var reader = new Utf8JsonReader(body.Span, AnyDepth);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (requests.Count == maxSize)
            {
                return RequestFault.BatchTooLarge(maxSize);
            }

            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var request = new GraphQLRequest();
            requests.Add(request);
            if (ParseObject(body[start..(int)reader.BytesConsumed], request) is { } fault)
            {
                return fault;
            }
        }

        // Throws if anything but white space follows.
        reader.Read();
        return requests.Count == 0 ? RequestFault.EmptyBatch : null;
    }

    /// <summary>Parses a parameter of a GET that must be a JSON object or null. Null gives empty memory.</summary>
    public static RequestFault? ParseObject(ReadOnlyMemory<byte> json, string name, out ReadOnlyMemory<byte> value)
    {
        value = default;
        try
        {
            var reader = new Utf8JsonReader(json.Span, AnyDepth);
            reader.Read();
            var fault = ReadObject(ref reader, json, name, out value);
            if (fault is null)
            {
                reader.Read();
            }

            return fault;
        }
        catch (JsonException e)
        {
            return NotJson(e, $"`{name}`");
        }
    }

    private static RequestFault? ParseObject(ReadOnlyMemory<byte> body, GraphQLRequest request)
    {
        var reader = new Utf8JsonReader(body.Span, AnyDepth);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return RequestFault.WrongType("The request must be a JSON object.");
        }

        var seen = RequestParameter.Unknown;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var parameter = RequestParameters.Identify(ref reader);
            if ((seen & parameter) != RequestParameter.Unknown)
            {
                return RequestFault.GivenTwice(parameter.Name());
            }

            seen |= parameter;
            reader.Read();
            if (ReadParameter(ref reader, parameter, body, request) is { } fault)
            {
                return fault;
            }
        }

        // Throws if anything but white space follows.
        reader.Read();
        return request.HasDocument ? null : RequestFault.NoQuery;
    }

    private static RequestFault? ReadParameter(
        ref Utf8JsonReader reader, RequestParameter parameter, ReadOnlyMemory<byte> body, GraphQLRequest request)
    {
        switch (parameter)
        {
            case RequestParameter.Query:
                return ReadDocument(ref reader, body, request);

            case RequestParameter.OperationName or RequestParameter.Id or RequestParameter.DocumentId or RequestParameter.DocId:
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                {
                    return MustBe("a string", parameter.Name(), reader.TokenType);
                }

                if (reader.GetString() is not { Length: > 0 } text)
                {
                    return null;
                }

                if (parameter != RequestParameter.OperationName)
                {
                    return request.Identify(text);
                }

                request.OperationName = text;
                return null;

            case RequestParameter.Variables:
                var fault = ReadObject(ref reader, body, parameter.Name(), out var variables);
                request.Variables = variables;
                return fault;

            case RequestParameter.Extensions:
                return ReadObject(ref reader, body, parameter.Name(), out var extensions)
                    ?? PersistedQueryExtension.Read(extensions, request);

            default:
                reader.Skip();
                return null;
        }
    }

    private static RequestFault? ReadDocument(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, GraphQLRequest request)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return reader.TokenType == JsonTokenType.Null ? null : MustBe("a string", RequestParameter.Query.Name(), reader.TokenType);
        }

        if (!reader.ValueIsEscaped)
        {
            var afterQuote = (int)reader.TokenStartIndex + 1;
            request.Document = body.Slice(afterQuote, reader.ValueSpan.Length);
            return null;
        }

        var unescaped = request.RentForDocument(reader.ValueSpan.Length);
        request.Document = unescaped.AsMemory(0, reader.CopyString(unescaped));
        return null;
    }

    private static RequestFault? ReadObject(
        ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, string name, out ReadOnlyMemory<byte> value)
    {
        value = default;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return MustBe("an object", name, reader.TokenType);
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        value = json[start..(int)reader.BytesConsumed];
        return null;
    }

    private static RequestFault MustBe(string what, string name, JsonTokenType found) => RequestFault.WrongType(
        $"`{name}` must be {what} or null, but is {found switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            _ => "a boolean",
        }}.");

    private static RequestFault NotJson(JsonException e, string what = "The request") => RequestFault.InvalidJson(
        string.Create(null, $"{what} is not valid JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}."));
}
