using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>An instant of RFC 3339, in UTC where it has no offset, kept until it is taken; anything else is none.</summary>
internal sealed class InstantField : JsonSink
{
    private DateTimeOffset? _instant;

    public override JsonSink Value(ref Utf8JsonReader reader)
    {
        _instant = Read(ref reader);
        return Nothing;
    }

    public DateTimeOffset? Take()
    {
        var instant = _instant;
        _instant = null;
        return instant;
    }

    public static DateTimeOffset? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.String || !reader.TryGetDateTime(out var clock))
        {
            return null;
        }

        // Without an offset the reader would take the machine's own.
        return clock.Kind is DateTimeKind.Unspecified ? new DateTimeOffset(clock, TimeSpan.Zero)
            : reader.TryGetDateTimeOffset(out var instant) ? instant.ToUniversalTime()
            : null;
    }
}
