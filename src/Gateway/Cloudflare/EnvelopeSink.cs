using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Cloudflare;

/// <summary>
/// Reads what surrounds every answer of Cloudflare's: <c>{ success, errors, messages, result }</c>, in any order and with parts missing;
/// or <c>{ error }</c>, as some endpoints of Radar put it.
/// </summary>
/// <param name="result">Takes the result.</param>
internal sealed class EnvelopeSink(JsonSink result) : JsonSink
{
    private readonly Flag _success = new();
    private readonly Presence _result = new(result);
    private readonly CloudflareMessagesSink _errors = new();
    private readonly CloudflareMessagesSink _error = new();
    private readonly CloudflareMessagesSink _messages = new();
    private bool _isObject;

    /// <summary>Whether the document is an object, and <c>success</c> a boolean where it is there.</summary>
    public bool IsEnvelope => _isObject && !_success.IsOdd;

    /// <summary>A result without a word of failure is a success: some answers leave <c>success</c> out.</summary>
    public bool IsSuccess => _success.Given ?? (Errors.IsEmpty && HasResult);

    public bool HasResult => _result.IsThere;

    public ImmutableArray<CloudflareMessage> Errors { get; private set; } = [];

    public ImmutableArray<CloudflareMessage> Messages { get; private set; } = [];

    public override JsonSink Value(ref Utf8JsonReader reader)
    {
        _isObject = reader.TokenType is JsonTokenType.StartObject;
        return _isObject ? this : Nothing;
    }

    public override JsonSink Member(ref Utf8JsonReader name) =>
        name.ValueTextEquals("success"u8) ? _success
        : name.ValueTextEquals("result"u8) ? _result
        : name.ValueTextEquals("errors"u8) ? _errors
        : name.ValueTextEquals("messages"u8) ? _messages
        : name.ValueTextEquals("error"u8) ? _error
        : Nothing;

    public override void EndObject()
    {
        Errors = _errors.Build() is { IsEmpty: false } errors ? errors : _error.Build();
        Messages = _messages.Build();
    }

    /// <summary>A boolean, and nothing else.</summary>
    private sealed class Flag : JsonSink
    {
        public bool? Given { get; private set; }

        public bool IsOdd { get; private set; }

        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            IsOdd = reader.TokenType is not (JsonTokenType.True or JsonTokenType.False);
            Given = IsOdd ? null : reader.GetBoolean();
            return Nothing;
        }
    }

    /// <summary>Tells a value that is there from null, and passes it on.</summary>
    private sealed class Presence(JsonSink value) : JsonSink
    {
        public bool IsThere { get; private set; }

        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            IsThere = reader.TokenType is not JsonTokenType.Null;
            return IsThere ? value.Value(ref reader) : Nothing;
        }
    }
}
