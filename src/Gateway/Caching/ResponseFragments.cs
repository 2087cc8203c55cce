namespace Gateway.Caching;

/// <summary>
/// JSON that was written of a reply, for those who ask for it again in the same words: the same bytes for every caller who may see the reply,
/// since nothing in them depends on who asked, or when. Goes with the reply, and counts as a part of it.
/// </summary>
internal sealed partial class ResponseFragments
{
    private const int MaxCount = 8;
    private const int MaxBytes = 256 * 1024;

    private readonly Lock _gate = new();
    private volatile Fragment[] _all = [];
    private int _bytes;

    /// <summary>How many bytes of memory what is kept takes.</summary>
    public int Bytes => Volatile.Read(ref _bytes);

    /// <summary>What was kept for these selections of this operation; empty where nothing is.</summary>
    public ReadOnlyMemory<byte> Find(object operation, object part)
    {
        foreach (var fragment in _all)
        {
            if (ReferenceEquals(fragment.Operation, operation) && ReferenceEquals(fragment.Part, part))
            {
                return fragment.Json;
            }
        }

        return default;
    }

    /// <summary>Keeps a copy in place of the oldest ones, if need be; what is too large is not kept.</summary>
    public void Add(object operation, object part, ReadOnlySpan<byte> json)
    {
        if (Fragment.SizeOf(json.Length) > MaxBytes)
        {
            return;
        }

        var fragment = new Fragment(operation, part, json.ToArray());
        lock (_gate)
        {
            // Two requests may have written the same at the same time.
            if (!Find(operation, part).IsEmpty)
            {
                return;
            }

            var all = new List<Fragment>(MaxCount) { fragment };
            var bytes = fragment.Size;
            foreach (var older in _all)
            {
                if (all.Count == MaxCount || bytes + older.Size > MaxBytes)
                {
                    break;
                }

                all.Add(older);
                bytes += older.Size;
            }

            _all = [.. all];
            Volatile.Write(ref _bytes, bytes);
        }
    }

    private sealed record Fragment(object Operation, object Part, byte[] Json)
    {
        // The object, the head of its array, and its place in the list.
        public int Size => SizeOf(Json.Length);

        public static int SizeOf(int length) => 72 + length;
    }
}
