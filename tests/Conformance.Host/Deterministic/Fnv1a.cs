using System.Text;

namespace Conformance.Host.Deterministic;

/// <summary>FNV-1a with 32 bits, over UTF-8.</summary>
internal static class Fnv1a
{
    public static uint Hash(string text)
    {
        var hash = 0x811c9dc5;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ octet) * 0x01000193;
        }

        return hash;
    }
}
