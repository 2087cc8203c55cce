namespace Gateway.Columns;

/// <summary>
/// An immutable list of leaf values, stored as the JSON of the response, such as <c>[1,null,2.5]</c>. A list field copies all of it, and a
/// field of one item copies a part. An item's C# value is parsed from its text when it is read.
/// </summary>
/// <param name="json">
/// A JSON list without spaces, whose items have no commas. It is never changed. Columns of one response may be parts of one array.
/// </param>
internal abstract class JsonColumn<T>(ArraySegment<byte> json) : ListView<T>
{
    // The end of each item; only of the first one if all have the same width, as timestamps do.
    private readonly int[] _ends = FindEnds(json);

    /// <summary>The number of items.</summary>
    public sealed override int Count { get; } = CountOf(json);

    /// <summary>The JSON of the list.</summary>
    public ReadOnlySpan<byte> Json => json;

    /// <summary>The size in memory, in bytes.</summary>
    public long Size => 56 + MemorySize.OfArray(json.Count, 1) + MemorySize.OfArray(_ends.Length, sizeof(int));

    /// <summary>Whether any item is not null.</summary>
    public bool HasValues => Json.ContainsAnyInRange((byte)'0', (byte)'9');

    /// <summary>The JSON of an item.</summary>
    public ReadOnlySpan<byte> Text(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        var start = index == 0 ? 1 : EndOf(index - 1) + 1;
        return Json[start..EndOf(index)];
    }

    private int EndOf(int index) => _ends.Length == 1 ? (index + 1) * _ends[0] : _ends[index];

    private static int[] FindEnds(ReadOnlySpan<byte> json)
    {
        var count = CountOf(json);
        var first = NextEnd(json, 0);
        var haveOneWidth = (long)count * first == json.Length - 1;
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

    private static int NextEnd(ReadOnlySpan<byte> json, int start) =>
        json[(start + 1)..].IndexOf((byte)',') is >= 0 and var comma ? start + 1 + comma : json.Length - 1;

    private static int CountOf(ReadOnlySpan<byte> json) => json.Length == 2 ? 0 : json.Count((byte)',') + 1;
}
