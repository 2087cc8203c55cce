using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Gateway.Columns;
using Gateway.Upstream.Json;

namespace Gateway.Upstream.Client;

/// <summary>
/// Reads <c>errors</c> and <c>messages</c> in all shapes that were observed: a list of objects or strings, a single one, or null. The items
/// of an <c>error_chain</c> follow the error that they explain. Of a repeated member the last one counts.
/// </summary>
internal static class CloudflareMessages
{
    // Cloudflare sends one or two.
    private const int MaxCount = 32;

    public static ImmutableArray<CloudflareMessage> Read(ref JsonReader json)
    {
        // Nearly all answers have an empty list.
        var start = json;
        if (json.Token is JsonTokenType.StartArray && !json.NextItem())
        {
            return [];
        }

        json = start;
        var messages = new List<CloudflareMessage>();
        Add(json.Element(), messages);
        return [.. messages];
    }

    private static void Add(JsonElement json, List<CloudflareMessage> messages)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    Add(item, messages);
                }

                break;
            case JsonValueKind.Object when messages.Count < MaxCount:
                messages.Add(new CloudflareMessage(
                    Integer(Member(json, "code")),
                    Text(Member(json, "message")) ?? "Cloudflare gave no message.",
                    Text(Member(json, "documentation_url")),
                    Text(Member(Member(json, "source"), "pointer"))));
                Add(Member(json, "error_chain"), messages);
                break;
            case JsonValueKind.String when messages.Count < MaxCount && Text(json) is { } text:
                messages.Add(new CloudflareMessage(null, text, null, null));
                break;
        }
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 0 } text ? text : null;

    // Reads a number, also in quotes (observed).
    private static int? Integer(JsonElement json)
    {
        var text = json.ValueKind == JsonValueKind.Number ? json.GetRawText() : Text(json);
        return NumberText.ToInteger(NumberText.Parse(Encoding.UTF8.GetBytes(text ?? "")));
    }
}
