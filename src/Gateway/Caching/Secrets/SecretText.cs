using System.Buffers;

namespace Gateway.Caching.Secrets;

/// <summary>Reads a secret from the configuration.</summary>
internal static class SecretText
{
    public const int MinBytes = 32;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Decodes hex or base64. Null if the text is missing, neither of them, or less than 32 bytes.</summary>
    /// <remarks>A text of hex digits only is read as hex, although it is valid base64, too.</remarks>
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
