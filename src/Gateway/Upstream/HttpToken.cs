using System.Buffers;

namespace Gateway.Upstream;

/// <summary>A token of HTTP, such as the name of a header (RFC 9110, section 5.6.2).</summary>
internal static class HttpToken
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Characters);
}
