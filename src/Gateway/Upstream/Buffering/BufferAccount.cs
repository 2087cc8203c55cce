namespace Gateway.Upstream.Buffering;

/// <summary>
/// The segments that bodies may grow by, of all calls or of one credential. Avoids deadlock between bodies that each hold a part and need
/// more: a body may grow only if the largest body could still be completed afterwards. When that one ends, its memory is enough to complete
/// any other. This is the banker's algorithm (Dijkstra, EWD 623) with the same maximum claim for all.
/// </summary>
/// <param name="capacity">The number of segments, at least <paramref name="whole"/>.</param>
/// <param name="whole">How many segments the largest response needs beyond its first.</param>
internal sealed class BufferAccount(int capacity, int whole)
{
    private int _used;
    private int _fullest;

    /// <summary>The bodies that have grown.</summary>
    public HashSet<BufferedBody> Bodies { get; } = [];

    public bool Fits(BufferedBody body) => _used + 1 + whole - Math.Max(_fullest, body.Grown + 1) <= capacity;

    /// <summary>Counts again after a body has grown or ended.</summary>
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
