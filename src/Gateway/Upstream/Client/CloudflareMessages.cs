using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Upstream.Json;

namespace Gateway.Upstream.Client;

/// <summary>
/// Reads <c>errors</c> and <c>messages</c> in all the shapes that they come in: a list of objects or strings, a lone one, or nothing. The
/// links of an <c>error_chain</c> follow the error that they explain. A member that comes twice counts the last time.
/// </summary>
internal static class CloudflareMessages
{
    // Cloudflare sends one or two; more than these tell a reader nothing.
    private const int MaxCount = 32;

    private static readonly JsonMembers Members = new("code", "message", "documentation_url", "source", "error_chain");
    private static readonly JsonMembers SourceMembers = new("pointer");

    public static ImmutableArray<CloudflareMessage> Read(ref JsonReader json)
    {
        var messages = new List<CloudflareMessage>();
        Read(ref json, messages);
        return [.. messages];
    }

    private static void Read(ref JsonReader json, List<CloudflareMessage> messages)
    {
        switch (json.Token)
        {
            case JsonTokenType.StartArray:
                while (json.NextItem())
                {
                    Read(ref json, messages);
                }

                break;
            case JsonTokenType.StartObject when messages.Count < MaxCount:
                ReadObject(ref json, messages);
                break;
            case JsonTokenType.String when messages.Count < MaxCount && json.TextUnlessEmpty() is { } text:
                messages.Add(new CloudflareMessage(null, text, null, null));
                break;
            default:
                json.Skip();
                break;
        }
    }

    private static void ReadObject(ref JsonReader json, List<CloudflareMessage> messages)
    {
        // It comes before its chain, wherever the chain stands in it.
        var message = new CloudflareMessage(null, "Cloudflare gave no message.", null, null);
        var index = messages.Count;
        messages.Add(message);
        for (var seen = 0u; json.NextMember(Members, ref seen) is { } name; seen = 0)
        {
            switch (name)
            {
                case "code":
                    message = message with { Code = json.Integer() };
                    break;
                case "message":
                    message = message with { Message = json.TextUnlessEmpty() ?? message.Message };
                    break;
                case "documentation_url":
                    message = message with { DocumentationUrl = json.TextUnlessEmpty() };
                    break;
                case "source":
                    message = message with { Pointer = ReadPointer(ref json) };
                    break;
                case "error_chain":
                    Read(ref json, messages);
                    break;
            }
        }

        messages[index] = message;
    }

    private static string? ReadPointer(ref JsonReader json)
    {
        string? pointer = null;
        if (json.Enter(JsonTokenType.StartObject))
        {
            for (var seen = 0u; json.NextMember(SourceMembers, ref seen) is not null; seen = 0)
            {
                pointer = json.TextUnlessEmpty();
            }
        }

        return pointer;
    }
}
