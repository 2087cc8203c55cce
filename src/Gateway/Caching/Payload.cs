using Nerdbank.MessagePack;

namespace Gateway.Caching;

/// <summary>
/// Serializes the features' payloads as MessagePack. Members and enum values are written by name, so another release reads the ones that it
/// knows.
/// </summary>
internal static class Payload
{
    public static readonly MessagePackSerializer Serializer = new() { SerializeEnumValuesByName = true };
}
