using System.Globalization;
using System.Net.Http.Headers;

namespace Gateway.Upstream.RateLimiting;

/// <summary>
/// Reads <c>Ratelimit</c> and <c>Ratelimit-Policy</c>, lists of names with parameters such as <c>"default";r=50;t=30</c>
/// (draft-ietf-httpapi-ratelimit-headers, in the syntax of RFC 9651). What can't be read counts as not said.
/// </summary>
internal static class RateLimitHeaders
{
    /// <summary>All the values of a header as one list, or null.</summary>
    public static string? Find(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    /// <summary>Takes one item of a list; false at the end of it.</summary>
    public static bool TryTake(scoped ref ReadOnlySpan<char> list, out RateLimitItem item)
    {
        item = default;
        if (list.IsEmpty)
        {
            return false;
        }

        var parts = Cut(ref list, ',');
        item.Name = Cut(ref parts, ';');
        while (!parts.IsEmpty)
        {
            var parameter = Cut(ref parts, ';');
            switch (parameter)
            {
                case ['r', '=', .. var remaining]:
                    item.Remaining = Number(remaining);
                    break;
                case ['t', '=', .. var reset]:
                    item.Reset = Number(reset);
                    break;
                case ['q', '=', .. var quota]:
                    item.Quota = Number(quota);
                    break;
            }
        }

        return true;
    }

    /// <summary>A number of digits and nothing else: the largest there is, where they make more than that.</summary>
    public static long? Number(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.IsEmpty || text.ContainsAnyExceptInRange('0', '9') ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : long.MaxValue;
    }

    // A separator in quotes separates nothing.
    private static ReadOnlySpan<char> Cut(scoped ref ReadOnlySpan<char> rest, char separator)
    {
        var (end, isQuoted) = (0, false);
        while (end < rest.Length && (isQuoted || rest[end] != separator))
        {
            isQuoted ^= rest[end++] == '"';
        }

        var part = rest[..end].Trim();
        rest = rest[Math.Min(end + 1, rest.Length)..];
        return part;
    }
}

/// <summary>One limit, or the policy behind it.</summary>
internal ref struct RateLimitItem
{
    /// <summary>In its quotes.</summary>
    public ReadOnlySpan<char> Name;

    /// <summary>Requests that are left (<c>r</c>).</summary>
    public long? Remaining;

    /// <summary>Seconds until they are what the policy allows again (<c>t</c>).</summary>
    public long? Reset;

    /// <summary>Requests that the policy allows in its window (<c>q</c>).</summary>
    public long? Quota;
}
