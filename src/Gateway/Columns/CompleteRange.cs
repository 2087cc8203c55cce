namespace Gateway.Columns;

/// <summary>
/// Which intervals of a list are complete: those from <paramref name="First"/> on, before <paramref name="End"/>. It is determined when an
/// answer arrives, and stored with it, because values that were incomplete then stay so, however old the answer becomes.
/// </summary>
/// <param name="First">The index of the first complete interval.</param>
/// <param name="End">The index after the last complete interval; 0 if there is none.</param>
internal readonly record struct CompleteRange(int First, int End)
{
    public static readonly CompleteRange None = default;

    /// <summary>
    /// An interval is complete if it is in the window, and over when the data ended. Whatever is not known makes it incomplete.
    /// </summary>
    /// <remarks>
    /// An interval ends where the next one starts, even after a gap, and the last one by its length. One that is shorter than its length
    /// is a part of an interval. If the starts are not in ascending order, none is complete.
    /// </remarks>
    /// <param name="starts">The starts of the intervals. None is null.</param>
    /// <param name="length">The length of each interval; null if it is not known.</param>
    /// <param name="windowStart">The start of the window; null if it is not known.</param>
    /// <param name="windowEnd">The end of the window; null if it is not known.</param>
    /// <param name="dataEnd">The instant up to which the answer counts everything; null if it is not known.</param>
    public static CompleteRange Of(
        InstantColumn starts,
        IntervalLength? length,
        DateTimeOffset? windowStart,
        DateTimeOffset? windowEnd,
        DateTimeOffset? dataEnd)
    {
        var range = None;
        var next = starts.Count > 0 ? starts[0] : default;
        for (var i = 0; i < starts.Count; i++)
        {
            var (start, end) = (next, length?.EndOf(next));
            var isWhole = true;
            if (i + 1 < starts.Count)
            {
                next = starts[i + 1];
                if (next <= start)
                {
                    return None;
                }

                (isWhole, end) = (!(next < end), next);
            }

            // Comparisons with null are false.
            if (isWhole && start >= windowStart && end <= windowEnd && end <= dataEnd && (range == None || range.End == i))
            {
                range = new(range == None ? i : range.First, i + 1);
            }
        }

        return range;
    }

    public bool Contains(int index) => index >= First && index < End;

    /// <summary>The JSON of <see cref="Contains"/>.</summary>
    public ReadOnlySpan<byte> Text(int index) => Contains(index) ? "true"u8 : "false"u8;
}
