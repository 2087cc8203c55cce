namespace Gateway.Columns;

/// <summary>
/// A column of leaves as the JSON list that GraphQL answers with, such as <c>[1,null,2.5]</c>: an item is a part of it, and all of it is
/// what a list field answers. Never changes. What an item is in C# is read off its text when it is asked for.
/// </summary>
internal abstract class JsonColumn
{
    private readonly byte[] _json;

    // The end of each item; null where all have one width, as timestamps have.
    private readonly int[]? _ends;
    private readonly int _width;

    /// <param name="json">A list without spaces, of items without commas; not written to again.</param>
    protected JsonColumn(byte[] json)
    {
        _json = json;
        Count = json.Length == 2 ? 0 : json.AsSpan().Count((byte)',') + 1;
        _width = Count == 0 ? 0 : ((json.Length - 1) / Count) - 1;
        _ends = HaveOneWidth() ? null : FindEnds();
    }

    /// <summary>How many items there are.</summary>
    public int Count { get; }

    /// <summary>All of it.</summary>
    public ReadOnlySpan<byte> Json => _json;

    /// <summary>The same as an array, which is not to be written to: what another column can be made of.</summary>
    public byte[] Bytes => _json;

    /// <summary>In bytes of memory.</summary>
    public long Size => 48 + MemorySize.OfArray(_json.Length, 1) + (_ends is null ? 0 : MemorySize.OfArray(_ends.Length, sizeof(int)));

    /// <summary>The JSON of one item; <c>null</c> where there is no value.</summary>
    public ReadOnlySpan<byte> Text(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        if (_ends is null)
        {
            return _json.AsSpan(1 + (index * (_width + 1)), _width);
        }

        var start = index == 0 ? 1 : _ends[index - 1] + 1;
        return _json.AsSpan(start, _ends[index] - start);
    }

    /// <summary>Whether there is any value.</summary>
    public bool HasValues => _json.AsSpan().ContainsAnyInRange((byte)'0', (byte)'9');

    protected static bool IsNull(ReadOnlySpan<byte> text) => text is [(byte)'n', ..];

    // Each comma is at its place, and there are no others.
    private bool HaveOneWidth()
    {
        for (var i = 1; i < Count; i++)
        {
            if (i * (_width + 1) is var comma && (comma >= _json.Length || _json[comma] != ','))
            {
                return false;
            }
        }

        return Count == 0 || Count * (_width + 1) == _json.Length - 1;
    }

    private int[] FindEnds()
    {
        var ends = new int[Count];
        var start = 1;
        for (var i = 0; i < ends.Length - 1; i++)
        {
            start += _json.AsSpan(start).IndexOf((byte)',');
            ends[i] = start++;
        }

        ends[^1] = _json.Length - 1;
        return ends;
    }
}
