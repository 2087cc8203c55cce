using System.Buffers;

namespace Gateway.Columns;

/// <summary>A column of instants, as the scalar DateTime writes them.</summary>
internal sealed class InstantColumn(byte[] json) : JsonColumn<DateTimeOffset>(json)
{
    private static readonly SearchValues<byte> Characters = SearchValues.Create("0123456789.:-TZ"u8);

    /// <summary>The first moment there is where there is none.</summary>
    public override DateTimeOffset this[int index] => Find(index) ?? default;

    /// <summary>Null where there is none.</summary>
    public DateTimeOffset? Find(int index) => Text(index) is [(byte)'"', .. var text, (byte)'"'] ? InstantText.Parse(text) : null;

    /// <summary>What was the <see cref="JsonColumn.Json"/> of a column; null where it can't have been.</summary>
    /// <param name="json">From outside.</param>
    /// <param name="isOptional">Whether an instant may be missing.</param>
    public static InstantColumn? TryRead(ReadOnlySpan<byte> json, bool isOptional) =>
        IsList(json, item => item is [(byte)'"', .. var text, (byte)'"']
            ? !text.ContainsAnyExcept(Characters)
            : isOptional && item.SequenceEqual("null"u8))
            ? new InstantColumn(json.ToArray())
            : null;
}
