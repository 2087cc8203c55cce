using System.Text;

namespace Gateway.GraphQL.Language;

/// <summary>The names of one document, each of them one string however often it occurs.</summary>
internal readonly struct NameTable()
{
    private readonly HashSet<string> _names = new(new Utf8Comparer());

    public string Get(ReadOnlySpan<byte> name)
    {
        var lookup = _names.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (lookup.TryGetValue(name, out var known))
            return known;
        var added = Encoding.UTF8.GetString(name);
        _names.Add(added);
        return added;
    }

    private sealed class Utf8Comparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string name)
        {
            Span<byte> bytes = name.Length <= 256 ? stackalloc byte[name.Length] : new byte[name.Length];
            Encoding.ASCII.GetBytes(name, bytes);
            return GetHashCode(bytes);
        }

        public bool Equals(ReadOnlySpan<byte> alternate, string other) => Ascii.Equals(alternate, other);

        // HashCode is seeded for each process, so that nobody can prepare names that collide.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);
    }
}
