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
    private readonly List<BufferedBody> _grown = [];
    private int _used;
    private int _fullest;

    /// <summary>Bodies that have a segment, grown or not.</summary>
    public int Bodies { get; set; }

    public bool Fits(BufferedBody body) => _used + 1 + whole - Math.Max(_fullest, body.Grown + 1) <= capacity;

    /// <summary>Counts a segment that a body is about to get.</summary>
    public void Take(BufferedBody body)
    {
        if (body.Grown == 0)
        {
            _grown.Add(body);
        }

        _used++;
        _fullest = Math.Max(_fullest, body.Grown + 1);
    }

    /// <summary>Counts all of a body's segments as free.</summary>
    public void Return(BufferedBody body)
    {
        if (body.Grown == 0)
        {
            return;
        }

        _used -= body.Grown;
        _grown.Remove(body);
        if (body.Grown == _fullest)
        {
            _fullest = 0;
            foreach (var other in _grown)
            {
                _fullest = Math.Max(_fullest, other.Grown);
            }
        }
    }
}
