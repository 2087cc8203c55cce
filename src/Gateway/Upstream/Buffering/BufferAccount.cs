namespace Gateway.Upstream.Buffering;

/// <summary>
/// Segments that bodies may grow by, of all calls or of one credential. A body grows only if afterwards the fullest one could still grow to
/// a whole answer. So there always is a body that need not wait, and when it ends, what it held is enough for any other: bodies that hold a
/// part and want more can't block each other for good (the safe state of Dijkstra's banker, where all have the same credit).
/// </summary>
/// <param name="capacity">Segments that there are; at least <paramref name="whole"/>.</param>
/// <param name="whole">Segments that the largest body grows by.</param>
internal sealed class BufferAccount(int capacity, int whole)
{
    private int _used;
    private int _fullest;

    /// <summary>Those that have a segment, grown or not.</summary>
    public HashSet<BufferedBody> Bodies { get; } = [];

    public bool Fits(BufferedBody body) => _used + 1 + whole - Math.Max(_fullest, body.Grown + 1) <= capacity;

    /// <summary>Takes note of a body that has grown, or has nothing any more.</summary>
    public void Count()
    {
        (_used, _fullest) = (0, 0);
        foreach (var body in Bodies)
        {
            _used += body.Grown;
            _fullest = Math.Max(_fullest, body.Grown);
        }
    }
}
