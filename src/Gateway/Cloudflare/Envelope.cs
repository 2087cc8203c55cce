using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Cloudflare;

/// <summary>
/// What surrounds every answer of Cloudflare's: <c>{ success, errors, messages, result }</c>, in any order and with parts missing;
/// or <c>{ error }</c>, as some endpoints of Radar put it.
/// </summary>
internal readonly ref struct Envelope
{
    // The depth that the whole answer may have; the result is read under the same bound.
    private const int MaxDepth = 32;

    /// <summary><c>success</c>; null where it is missing.</summary>
    public bool? Success { get; private init; }

    public ImmutableArray<CloudflareMessage> Errors { get; private init; }

    public ImmutableArray<CloudflareMessage> Messages { get; private init; }

    /// <summary>The JSON of <c>result</c>; empty where it is missing or null.</summary>
    public ReadOnlySpan<byte> Result { get; private init; }

    /// <summary>A result without a word of failure is a success: some answers leave <c>success</c> out.</summary>
    public bool IsSuccess => Success ?? (Errors.IsEmpty && !Result.IsEmpty);

    /// <summary>Reads the parts of an envelope, and leaves the result as it is.</summary>
    /// <returns>False where the body is not a JSON object, or one of the parts is not of its kind.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out Envelope envelope)
    {
        envelope = default;
        try
        {
            return TryReadParts(body, out envelope);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json's way to say that a string is not valid Unicode.
            return false;
        }
    }

    private static bool TryReadParts(ReadOnlySpan<byte> body, out Envelope envelope)
    {
        envelope = default;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        bool? success = null;
        ReadOnlySpan<byte> errors = default, error = default, messages = default, result = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRead = true;
            if (reader.ValueTextEquals("success"u8))
            {
                isRead = TakeBoolean(ref reader, ref success);
            }
            else if (reader.ValueTextEquals("result"u8))
            {
                isRead = TakeValue(ref reader, body, ref result);
            }
            else if (reader.ValueTextEquals("errors"u8))
            {
                isRead = TakeValue(ref reader, body, ref errors);
            }
            else if (reader.ValueTextEquals("messages"u8))
            {
                isRead = TakeValue(ref reader, body, ref messages);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                isRead = TakeValue(ref reader, body, ref error);
            }
            else
            {
                reader.Skip();
            }

            if (!isRead)
            {
                return false;
            }
        }

        // Reads to the end of the body: what follows the envelope is an error.
        while (reader.Read())
        {
        }

        var said = ReadMessages(errors);
        envelope = new Envelope
        {
            Success = success,
            Errors = said.IsEmpty ? ReadMessages(error) : said,
            Messages = ReadMessages(messages),
            Result = result is [(byte)'n', ..] ? default : result,
        };
        return true;
    }

    /// <returns>False where the part has been there before, or is no boolean.</returns>
    private static bool TakeBoolean(ref Utf8JsonReader reader, ref bool? part)
    {
        reader.Read();
        if (part is not null || reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
        {
            return false;
        }

        part = reader.GetBoolean();
        return true;
    }

    /// <returns>False where the part has been there before.</returns>
    private static bool TakeValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, ref ReadOnlySpan<byte> part)
    {
        if (!part.IsEmpty)
        {
            return false;
        }

        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        part = body[start..(int)reader.BytesConsumed];
        return true;
    }

    private static ImmutableArray<CloudflareMessage> ReadMessages(ReadOnlySpan<byte> part)
    {
        // An empty list is by far the most common one.
        if (part.IsEmpty || part.SequenceEqual("[]"u8))
        {
            return [];
        }

        var reader = new Utf8JsonReader(part, new JsonReaderOptions { MaxDepth = MaxDepth });
        using var document = JsonDocument.ParseValue(ref reader);
        return CloudflareMessageReader.Read(document.RootElement);
    }
}
