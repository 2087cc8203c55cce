using System.Text;

namespace Gateway.GraphQL.Language;

/// <summary>The names of a document, with one string for all occurrences of a name.</summary>
internal readonly struct NameTable()
{
    private const int UsualLength = 256;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public string Get(ReadOnlySpan<byte> name)
    {
        Span<char> text = name.Length <= UsualLength ? stackalloc char[name.Length] : new char[name.Length];
        Encoding.ASCII.GetChars(name, text);
        if (!_names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known))
        {
            _names.Add(known = text.ToString());
        }

        return known;
    }
}
