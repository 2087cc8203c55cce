using System.Text;

namespace Gateway.Upstream;

/// <summary>Writes the path and query of a request to Cloudflare, below the base address.</summary>
/// <param name="path">Without a leading slash.</param>
internal sealed class RequestTarget(string path)
{
    private readonly StringBuilder _target = new(path, 256);
    private char _separator = '?';

    /// <summary>Adds a parameter, which is not yet encoded. One without a value is left out.</summary>
    public RequestTarget Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _target.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }

        return this;
    }

    public override string ToString() => _target.ToString();
}
