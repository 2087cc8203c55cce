namespace Gateway.Columns;

/// <summary>
/// A column of leaves as the JSON list that GraphQL answers with, such as <c>[1,null,2.5]</c>: an item is a part of it, and all of it is
/// what a list field answers. Never changes. What an item is in C# is read off its text when it is asked for.
/// </summary>
/// <param name="json">A list without spaces, of items without commas; not written to again.</param>
internal abstract class JsonColumn<T>(byte[] json) : ListView<T>
{
    // Of each item; of the first one alone where all have one width, as timestamps have.
    private readonly int[] _ends = FindEnds(json);

    /// <summary>How many items there are.</summary>
    public sealed override int Count { get; } = CountOf(json);

    /// <summary>All of it.</summary>
    public ReadOnlySpan<byte> Json => json;

    /// <summary>The same as an array, which is not to be written to: what another column can be made of.</summary>
    public byte[] Bytes => json;

    /// <summary>In bytes of memory.</summary>
    public long Size => 48 + MemorySize.OfArray(json.Length, 1) + MemorySize.OfArray(_ends.Length, sizeof(int));

    /// <summary>Whether there is any value.</summary>
    public bool HasValues => json.AsSpan().ContainsAnyInRange((byte)'0', (byte)'9');

    /// <summary>The JSON of one item; <c>null</c> where there is no value.</summary>
    public ReadOnlySpan<byte> Text(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        var start = index == 0 ? 1 : EndOf(index - 1) + 1;
        return json.AsSpan(start, EndOf(index) - start);
    }

    private int EndOf(int index) => _ends.Length == 1 ? (index + 1) * _ends[0] : _ends[index];

    private static int[] FindEnds(byte[] json)
    {
        var count = CountOf(json);
        var first = NextEnd(json, 0);
        var haveOneWidth = count * first == json.Length - 1;
        for (var i = 1; haveOneWidth && i < count; i++)
        {
            haveOneWidth = json[i * first] == ',';
        }

        var ends = new int[haveOneWidth ? 1 : count];
        for (var (i, end) = (0, 0); i < ends.Length; i++)
        {
            end = ends[i] = NextEnd(json, end);
        }

        return ends;
    }

    private static int NextEnd(byte[] json, int start) =>
        json.AsSpan(start + 1).IndexOf((byte)',') is >= 0 and var comma ? start + 1 + comma : json.Length - 1;

    private static int CountOf(byte[] json) => json.Length == 2 ? 0 : json.AsSpan().Count((byte)',') + 1;
}
