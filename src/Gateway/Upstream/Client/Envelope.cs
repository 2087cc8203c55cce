using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Upstream.Json;

namespace Gateway.Upstream.Client;

/// <summary>What a body says: a result, errors instead of one, or nothing that can be used.</summary>
/// <param name="Result">Not null where it is a success.</param>
/// <param name="Messages">What Cloudflare said beside a result.</param>
/// <param name="Errors">What Cloudflare said instead of a result.</param>
/// <param name="Fault">Why the body is neither a success nor a refusal, to follow "an answer that"; null where it is one of them.</param>
internal readonly record struct Envelope<TResult>(
    TResult? Result, ImmutableArray<CloudflareMessage> Messages, ImmutableArray<CloudflareMessage> Errors, string? Fault = null)
    where TResult : class;

/// <summary>
/// Reads what surrounds every answer of Cloudflare's: <c>{ success, errors, messages, result }</c>, in any order and with parts missing;
/// or <c>{ error }</c>, as some endpoints of Radar put it. Throws for no bytes.
/// </summary>
internal static class Envelope
{
    private static readonly JsonMembers Members = new("success", "result", "errors", "messages", "error");

    /// <param name="body">All of a body, decompressed.</param>
    /// <param name="reader">Reads the result, where it is wanted.</param>
    public static Envelope<TResult> Read<TResult>(in ReadOnlySequence<byte> body, IResultReader<TResult>? reader)
        where TResult : class
    {
        try
        {
            return ReadDocument(body, reader);
        }
        catch (Exception exception) when (IsInvalid(exception))
        {
            return NoEnvelope<TResult>();
        }
    }

    /// <summary>The errors alone, of an answer whose status says that it is no success; none where there is no envelope.</summary>
    public static ImmutableArray<CloudflareMessage> ReadErrors(in ReadOnlySequence<byte> body) => Read<object>(body, reader: null).Errors;

    private static Envelope<TResult> ReadDocument<TResult>(in ReadOnlySequence<byte> body, IResultReader<TResult>? reader)
        where TResult : class
    {
        var json = new JsonReader(body);
        json.Read();
        if (json.Token is not JsonTokenType.StartObject)
        {
            return NoEnvelope<TResult>();
        }

        var (success, hasResult, isOdd) = ((bool?)null, false, false);
        TResult? result = null;
        ImmutableArray<CloudflareMessage> errors = [], error = [], messages = [];
        var seen = 0u;
        while (json.NextMember(Members, ref seen) is { } name)
        {
            switch (name)
            {
                case "success":
                    success = json.Boolean();
                    isOdd = success is null;
                    break;
                case "result":
                    hasResult = json.Token is not JsonTokenType.Null;
                    result = ReadResult(ref json, reader);
                    break;
                case "errors":
                    errors = CloudflareMessages.Read(ref json);
                    break;
                case "messages":
                    messages = CloudflareMessages.Read(ref json);
                    break;
                case "error":
                    error = CloudflareMessages.Read(ref json);
                    break;
            }
        }

        // Nothing may follow but white space.
        json.Read();
        errors = errors.IsEmpty ? error : errors;

        // Some answers leave `success` out: a result without a word of failure is one.
        return isOdd ? NoEnvelope<TResult>()
            : !(success ?? (errors.IsEmpty && hasResult)) ? new(null, [], errors)
            : result is null ? new(null, [], errors, "has no result of the kind that it promises")
            : new(result, messages, errors);
    }

    /// <summary>Null for a result that is not of its kind: the errors beside it are read all the same.</summary>
    private static TResult? ReadResult<TResult>(ref JsonReader json, IResultReader<TResult>? reader)
        where TResult : class
    {
        var start = json;
        try
        {
            if (reader?.Read(ref json) is { } result)
            {
                return result;
            }
        }
        catch (Exception exception) when (IsInvalid(exception))
        {
        }

        json = start;
        json.Skip();
        return null;
    }

    private static Envelope<TResult> NoEnvelope<TResult>()
        where TResult : class
        => new(null, [], [], "is not the JSON that it promises");

    // The latter is what System.Text.Json throws for a string that is no Unicode.
    private static bool IsInvalid(Exception exception) => exception is JsonException or InvalidOperationException;
}
