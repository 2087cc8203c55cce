using System.Text;

namespace Gateway.Upstream;

/// <summary>Writes the path and query of a request to Cloudflare, relative to the base address.</summary>
internal static class RequestTarget
{
    /// <param name="path">The path, without a leading slash.</param>
    /// <param name="parameters">The unencoded parameters, in their order in the query. Parameters without a value are omitted.</param>
    public static string Write(string path, IEnumerable<(string Name, string? Value)> parameters)
    {
        var target = new StringBuilder(path, 256);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                target.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return target.ToString();
    }
}
