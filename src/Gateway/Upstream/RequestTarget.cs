using System.Text;

namespace Gateway.Upstream;

/// <summary>Writes the target of a request to Cloudflare, below the base address.</summary>
internal static class RequestTarget
{
    /// <param name="path">Without a leading slash.</param>
    /// <param name="parameters">In the order of the result, not yet encoded. Those without a value are left out.</param>
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
