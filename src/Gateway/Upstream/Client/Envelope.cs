using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Upstream.Json;

namespace Gateway.Upstream.Client;

/// <summary>A parsed body: a result, or errors instead of one, or a fault.</summary>
/// <param name="Result">The result; null if the call failed.</param>
/// <param name="Messages">Cloudflare's messages with a result.</param>
/// <param name="Errors">Cloudflare's errors instead of a result.</param>
/// <param name="Fault">Why the body is no envelope, as an end of "Cloudflare's answer …"; null if it is one.</param>
internal readonly record struct Envelope<TResult>(
    TResult? Result, ImmutableArray<CloudflareMessage> Messages, ImmutableArray<CloudflareMessage> Errors, string? Fault = null)
    where TResult : class
{
    /// <summary>Whether the body is an envelope, with or without the result that it promises.</summary>
    public bool IsEnvelope { get; init; } = true;
}

/// <summary>
/// Reads the envelope of Cloudflare's responses: <c>{ success, errors, messages, result }</c>, in any order and with members missing; or
/// <c>{ error }</c>, which some endpoints of Radar return. Throws for no bytes.
/// </summary>
internal static class Envelope
{
    private static readonly JsonMembers Members = new("success", "result", "errors", "messages", "error");

    /// <param name="body">The whole body, decompressed.</param>
    /// <param name="reader">Reads the result; null to skip it.</param>
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

    /// <summary>Reads only the errors, of an error response; null for a body that is no envelope.</summary>
    public static ImmutableArray<CloudflareMessage>? ReadErrors(in ReadOnlySequence<byte> body) =>
        Read<object>(body, reader: null) is { IsEnvelope: true } envelope ? envelope.Errors : null;

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

        // Throws if anything but white space follows.
        json.Read();
        errors = errors.IsEmpty ? error : errors;

        // Some responses have no `success`: a result without errors is a success.
        return isOdd || seen == 0 ? NoEnvelope<TResult>()
            : !(success ?? (errors.IsEmpty && hasResult)) ? new(null, [], errors)
            : result is null ? new(null, [], errors, "has no result of the kind that it promises")
            : new(result, messages, errors);
    }

    /// <summary>Null for a result of the wrong shape. The errors beside it are still read.</summary>
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
        where TResult : class =>
        new(null, [], [], "is not the JSON that it promises") { IsEnvelope = false };

    // System.Text.Json throws the latter for a string that is not valid Unicode.
    private static bool IsInvalid(Exception exception) => exception is JsonException or InvalidOperationException;
}
