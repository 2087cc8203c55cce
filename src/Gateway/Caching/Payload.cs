using System.Security.Cryptography;
using Nerdbank.MessagePack;

namespace Gateway.Caching;

/// <summary>
/// Serializes the features' payloads as MessagePack: the members in the order of their declaration, enum values by name. Another order, or
/// another member, needs a new version of the sealed entry.
/// </summary>
internal static class Payload
{
    public static readonly MessagePackSerializer Serializer = new() { PerfOverSchemaStability = true, SerializeEnumValuesByName = true };

    /// <summary>Tells payloads apart: 16 hex digits.</summary>
    public static string Digest(byte[] payload) => Convert.ToHexStringLower(SHA256.HashData(payload).AsSpan(0, 8));
}
