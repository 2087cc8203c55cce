using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Cloudflare;

/// <summary>
/// Reads <c>errors</c> and <c>messages</c> in all the shapes that they come in: a list of objects as a rule, each with what it has; a lone
/// object or string is a list of one. The links of an <c>error_chain</c> follow the error that they explain.
/// </summary>
internal sealed class CloudflareMessagesSink : JsonSink
{
    // Cloudflare sends one or two; more than these tell a reader nothing.
    private const int MaxCount = 32;

    private readonly List<Entry> _entries = [];

    public override bool NamesMayRepeat => true;

    public override JsonSink Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                return this;

            case JsonTokenType.StartObject when _entries.Count < MaxCount:
                var entry = new Entry(chain: this);
                _entries.Add(entry);
                return entry;

            case JsonTokenType.String when _entries.Count < MaxCount:
                if (!TextField.TryRead(ref reader, out var text))
                {
                    return Refused;
                }

                if (text is { Length: > 0 })
                {
                    _entries.Add(new Entry(chain: this, text));
                }

                return Nothing;

            default:
                return Nothing;
        }
    }

    public ImmutableArray<CloudflareMessage> Build()
    {
        var messages = ImmutableArray.CreateBuilder<CloudflareMessage>(_entries.Count);
        foreach (var entry in _entries)
        {
            messages.Add(entry.Build());
        }

        return messages.MoveToImmutable();
    }

    /// <summary>One message, with what there is of it.</summary>
    private sealed class Entry(CloudflareMessagesSink chain, string? text = null) : ObjectSink(otherwise: Nothing)
    {
        private readonly NumberField _code = new(otherwise: Nothing);
        private readonly TextField _message = new(otherwise: Nothing);
        private readonly TextField _documentationUrl = new(otherwise: Nothing);
        private readonly Source _source = new();

        public override JsonSink Member(ref Utf8JsonReader name) =>
            name.ValueTextEquals("code"u8) ? _code
            : name.ValueTextEquals("message"u8) ? _message
            : name.ValueTextEquals("documentation_url"u8) ? _documentationUrl
            : name.ValueTextEquals("source"u8) ? _source
            : name.ValueTextEquals("error_chain"u8) ? chain
            : Nothing;

        public CloudflareMessage Build() => new(
            _code.Take() is { } code && (int)code == code ? (int)code : null,
            text ?? _message.TakeUnlessEmpty() ?? "Cloudflare gave no message.",
            _documentationUrl.TakeUnlessEmpty(),
            _source.Pointer.TakeUnlessEmpty());
    }

    private sealed class Source() : ObjectSink(otherwise: Nothing)
    {
        public TextField Pointer { get; } = new(otherwise: Nothing);

        public override JsonSink Member(ref Utf8JsonReader name) => name.ValueTextEquals("pointer"u8) ? Pointer : Nothing;
    }
}
