using Nerdbank.MessagePack;

namespace Gateway.Caching;

/// <summary>
/// How features' payloads become bytes: MessagePack with the names of members and of enums' values, so that a release which knows others
/// reads what it knows.
/// </summary>
internal static class Payload
{
    public static readonly MessagePackSerializer Serializer = new() { SerializeEnumValuesByName = true };
}
