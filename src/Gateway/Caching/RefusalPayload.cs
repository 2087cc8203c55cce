using System.Buffers;
using Gateway.Cloudflare;

namespace Gateway.Caching;

/// <summary>The refusal of a credential as bytes for level two, where it stands beside the end of the lease.</summary>
internal static class RefusalPayload
{
    /// <summary>The first byte; another number for any change of what follows.</summary>
    private const byte Version = 1;

    private const byte Unauthenticated = 1;
    private const byte Forbidden = 2;

    public static ReadOnlyMemory<byte> Write(Failure refusal)
    {
        var payload = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(payload);
        writer.Byte(Version);
        writer.Byte(refusal.Kind == FailureKind.Forbidden ? Forbidden : Unauthenticated);
        writer.Text(refusal.Message);
        writer.OptionalText(refusal.Permission);
        if (writer.Has(refusal.Cloudflare is not null))
        {
            writer.Count(refusal.Cloudflare!.Status);
            writer.OptionalText(refusal.Cloudflare.Ray);
            writer.Messages(refusal.Cloudflare.Errors);
        }

        return payload.WrittenMemory;
    }

    /// <summary>Null for no bytes, and for those that <see cref="Write"/> hasn't written, or not in this version.</summary>
    public static Failure? Read(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var (version, kind) = (reader.Byte(), reader.Byte());
        var refusal = new Failure(kind == Forbidden ? FailureKind.Forbidden : FailureKind.Unauthenticated, reader.Text())
        {
            Permission = reader.OptionalText(),
            Cloudflare = reader.Has() ? new CloudflareRefusal(reader.Count(), reader.OptionalText(), reader.Messages()) : null,
        };
        return version == Version && kind is (Unauthenticated or Forbidden) && reader.IsComplete ? refusal : null;
    }
}
