using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Cloudflare;

/// <summary>Reads <c>errors</c> and <c>messages</c> in all the shapes that they come in.</summary>
internal static class CloudflareMessageReader
{
    // Cloudflare sends one or two; more than these tell a reader nothing.
    private const int MaxCount = 32;

    /// <summary>
    /// A list of objects as a rule, each with what it has; a lone object or string is a list of one.
    /// The links of an <c>error_chain</c> follow the error that they explain.
    /// </summary>
    public static ImmutableArray<CloudflareMessage> Read(JsonElement part)
    {
        var messages = ImmutableArray.CreateBuilder<CloudflareMessage>();
        Add(part, messages);
        return messages.DrainToImmutable();
    }

    private static void Add(JsonElement element, ImmutableArray<CloudflareMessage>.Builder messages)
    {
        if (messages.Count >= MaxCount)
        {
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Add(item, messages);
                }

                break;

            case JsonValueKind.String when element.GetString() is { Length: > 0 } text:
                messages.Add(new CloudflareMessage(null, text, null, null));
                break;

            case JsonValueKind.Object:
                messages.Add(new CloudflareMessage(
                    Number(element, "code"),
                    Text(element, "message") ?? "Cloudflare gave no message.",
                    Text(element, "documentation_url"),
                    element.TryGetProperty("source", out var source) ? Text(source, "pointer") : null));
                if (element.TryGetProperty("error_chain", out var chain))
                {
                    Add(chain, messages);
                }

                break;
        }
    }

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
