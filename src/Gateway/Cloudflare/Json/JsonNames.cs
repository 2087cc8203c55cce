using System.Numerics;

namespace Gateway.Cloudflare.Json;

/// <summary>
/// The names in the objects that are open, to tell one that comes twice. The names of an object lie above those of the objects that it is
/// in, and go when it ends; a lookup looks at the names of its own object alone, however many there are.
/// </summary>
internal sealed class JsonNames
{
    private Entry[] _entries = new Entry[16];
    private int[] _heads = new int[32];
    private byte[] _text = new byte[256];
    private int _count;
    private int _textLength;

    /// <summary>How many names there are: where an object that starts now has its first.</summary>
    public int Count => _count;

    /// <param name="name">Without escapes.</param>
    /// <param name="first">Where the names of its object start.</param>
    /// <returns>False where the object has it already.</returns>
    public bool TryAdd(ReadOnlySpan<byte> name, int first)
    {
        var hash = new HashCode();
        hash.AddBytes(name);
        var code = hash.ToHashCode();

        // A chain goes from the newest name to the oldest, so that those of the objects around come last.
        for (var i = Head(code) - 1; i >= first; i = _entries[i].Next - 1)
        {
            ref readonly var entry = ref _entries[i];
            if (entry.Hash == code && _text.AsSpan(entry.Start, entry.Length).SequenceEqual(name))
            {
                return false;
            }
        }

        Add(name, code);
        return true;
    }

    /// <summary>Forgets the names of an object that ends.</summary>
    public void Truncate(int first)
    {
        while (_count > first)
        {
            ref readonly var entry = ref _entries[--_count];
            Head(entry.Hash) = entry.Next;
            _textLength = entry.Start;
        }
    }

    private void Add(ReadOnlySpan<byte> name, int hash)
    {
        if (_count == _entries.Length)
        {
            Grow();
        }

        if (_text.Length - _textLength < name.Length)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, (int)BitOperations.RoundUpToPowerOf2((uint)(_textLength + name.Length))));
        }

        name.CopyTo(_text.AsSpan(_textLength));
        ref var head = ref Head(hash);
        _entries[_count] = new Entry(hash, _textLength, name.Length, head);
        head = ++_count;
        _textLength += name.Length;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, 2 * _entries.Length);
        _heads = new int[2 * _entries.Length];
        for (var i = 0; i < _count; i++)
        {
            ref var head = ref Head(_entries[i].Hash);
            _entries[i] = _entries[i] with { Next = head };
            head = i + 1;
        }
    }

    // The newest name of a hash, counted from one.
    private ref int Head(int hash) => ref _heads[hash & (_heads.Length - 1)];

    /// <param name="Next">The next older one of the chain, counted from one.</param>
    private readonly record struct Entry(int Hash, int Start, int Length, int Next);
}
