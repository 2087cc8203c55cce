using System.Buffers;

namespace Gateway.Caching.Secrets;

/// <summary>How a secret is written in the configuration.</summary>
internal static class SecretText
{
    public const int MinBytes = 32;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The bytes of a secret in hex or base64, or null if there is none, it is neither or holds too few.</summary>
    /// <remarks>Text of hex digits alone is also base64; it is taken for hex, since random base64 of that length never looks so.</remarks>
    public static byte[]? Read(string? text)
    {
        var characters = text.AsSpan().Trim();
        var bytes = characters.ContainsAnyExcept(HexDigits) ? FromBase64(characters) : FromHex(characters);
        return bytes?.Length >= MinBytes ? bytes : null;
    }

    private static byte[]? FromHex(ReadOnlySpan<char> text) => text.Length % 2 == 0 ? Convert.FromHexString(text) : null;

    private static byte[]? FromBase64(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length / 4 * 3];
        return Convert.TryFromBase64Chars(text, bytes, out var written) ? bytes[..written] : null;
    }
}
