using System.Globalization;
using System.Text;

namespace Gateway.GraphQL.Data;

/// <summary>Cursors: an index as Base64, as HotChocolate writes it. The list's version may follow.</summary>
internal static class Cursors
{
    public static string Write(int index, string? version) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        version is null ? index.ToString(CultureInfo.InvariantCulture) : FormattableString.Invariant($"{index}:{version}")));

    /// <summary>Reads a cursor. False if it has not the form of one.</summary>
    public static bool TryRead(string cursor, out int index, out string? version)
    {
        (index, version) = (-1, null);
        var bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor, bytes, out var length))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        version = parts is [_, var last] ? last : null;
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }
}
