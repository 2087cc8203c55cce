using System.Text;
using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Tests.Cloudflare.Json;

/// <summary>Reads documents as the gateway reads bodies, in pieces of any size.</summary>
internal static class Feeding
{
    /// <summary>The sizes of the pieces that documents are tried in.</summary>
    public static readonly int[] Sizes = [1, 2, 3, 7, 4096];

    /// <summary>Feeds a document piece by piece; what is not consumed comes again with the next piece.</summary>
    /// <exception cref="JsonException">It is not what every answer is.</exception>
    public static void Feed(this JsonTokenFeed tokens, ReadOnlySpan<byte> json, int size = int.MaxValue)
    {
        var (start, end) = (0, 0);
        while (end < json.Length)
        {
            end += Math.Min(size, json.Length - end);
            start += tokens.Read(json[start..end], isLast: false);
        }

        tokens.Read(json[start..], isLast: true);
    }

    /// <exception cref="JsonException">There is no result of the kind that the reader reads.</exception>
    public static T Read<T>(IResultReader<T> reader, string result, int size = int.MaxValue)
        where T : class
    {
        var tokens = new JsonTokenFeed(reader.Sink);
        tokens.Feed(Encoding.UTF8.GetBytes(result), size);
        return tokens.IsRefused ? throw new JsonException("The result was refused.") : reader.Build() ?? throw new JsonException("The result is not whole.");
    }
}
