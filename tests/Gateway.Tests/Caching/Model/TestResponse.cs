using System.Buffers.Binary;
using Gateway.Caching;

namespace Gateway.Tests.Caching.Model;

/// <summary>A response that identifies the call and the credential that fetched it.</summary>
internal sealed record TestResponse(int Call, int Credential, int Question, DateTimeOffset ReceivedAt) : ICacheableResponse
{
    public long Size { get; init; } = 64;

    public FragmentStore Fragments { get; } = new();

    public byte[] Encode()
    {
        var bytes = new byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Call);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Credential);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Question);
        return bytes;
    }

    public static TestResponse Decode(ReadOnlySpan<byte> payload, DateTimeOffset receivedAt) => new(
        BinaryPrimitives.ReadInt32LittleEndian(payload),
        BinaryPrimitives.ReadInt32LittleEndian(payload[4..]),
        BinaryPrimitives.ReadInt32LittleEndian(payload[8..]),
        receivedAt);
}
