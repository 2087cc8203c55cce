namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>Names of character encodings.</summary>
internal static class Charsets
{
    /// <summary>
    /// Whether the name is UTF-8's, or the one that many clients write for it (https://encoding.spec.whatwg.org/#names-and-labels).
    /// </summary>
    public static bool IsUtf8(ReadOnlySpan<char> name) =>
        name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase);
}
