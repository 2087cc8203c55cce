using System.Text;

namespace Gateway.Upstream;

/// <summary>Writes the path and query of a request to Cloudflare, relative to the base address.</summary>
/// <param name="path">The path, without a leading slash.</param>
internal sealed class RequestTarget(string path)
{
    private readonly StringBuilder _target = new(path, 256);
    private char _separator = '?';

    /// <summary>Adds an unencoded parameter. A parameter without a value is omitted.</summary>
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
