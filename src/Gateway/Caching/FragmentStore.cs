namespace Gateway.Caching;

/// <summary>
/// Caches the JSON of a response for operations that select the same again. The bytes depend neither on the caller nor on the time, so
/// every caller who may read the response gets them. They live as long as the response and count towards its size.
/// </summary>
/// <remarks>Without them, a hit takes 1.4 times the CPU for 3×96 points, and 1.05 times for a small response.</remarks>
internal sealed partial class FragmentStore
{
    private const int MaxCount = 8;
    private const int MaxBytes = 256 * 1024;

    private readonly Lock _gate = new();
    private volatile Fragment[] _all = [];
    private int _bytes;

    /// <summary>The size of all fragments in memory, in bytes.</summary>
    public int Bytes => Volatile.Read(ref _bytes);

    /// <summary>The longest fragment, in bytes.</summary>
    public int MaxLength => MaxBytes - Fragment.SizeOf(0);

    /// <summary>The JSON of these selections of this operation; empty for a miss.</summary>
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

    /// <summary>Adds a copy, and removes the oldest fragments if necessary. A fragment beyond the bound is not added.</summary>
    public void Add(object operation, object part, ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxLength)
        {
            return;
        }

        var fragment = new Fragment(operation, part, json.ToArray());
        lock (_gate)
        {
            // Another request may have added it meanwhile.
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
        // The object, the header of its array, and its slot in the list.
        public int Size => SizeOf(Json.Length);

        public static int SizeOf(int length) => 72 + length;
    }
}
