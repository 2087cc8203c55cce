using System.Buffers;
using System.Runtime.InteropServices;

namespace Gateway.GraphQL.Types;

/// <content>The parts of a long output: buffers that are full, and references to JSON that is cached.</content>
public sealed partial class JsonOutput
{
    // Shorter fragments are copied, which is cheaper than a reference.
    private const int ShortestReference = 1024;

    // The output is the parts, and then the buffer from here on.
    private int _start;
    private Part[] _parts = [];
    private int _partCount;

    // What to add to a position of the buffer for the position of the output.
    private int _offset;

    /// <summary>The number of bytes written, including references.</summary>
    internal int Position => _offset + _position;

    /// <summary>The bytes since a position; empty if a part of them is a reference. Copies them if they are in several buffers.</summary>
    internal ReadOnlySpan<byte> WrittenSince(int position)
    {
        if (position >= _offset + _start)
        {
            return _buffer.AsSpan((position - _offset).._position);
        }

        var first = _partCount;
        do
        {
            if (_parts[--first].IsReference)
            {
                return [];
            }
        }
        while (_parts[first].Position > position);

        var copy = new ArrayBufferWriter<byte>(Position - position);
        CopyTo(copy, first, position - _parts[first].Position);
        return copy.WrittenSpan;
    }

    /// <summary>Removes everything written since <paramref name="position"/>.</summary>
    internal void Rewind(int position)
    {
        while (position < _offset + _start)
        {
            var part = _parts[--_partCount];
            if (!part.IsReference)
            {
                var buffer = part.Buffer;
                if (buffer.Array != _buffer)
                {
                    ArrayPool<byte>.Shared.Return(_buffer);
                    _buffer = buffer.Array!;
                }

                _start = buffer.Offset;
            }

            _offset = part.Position - _start;
        }

        _position = position - _offset;
    }

    /// <summary>Writes JSON that does not change before <see cref="Dispose"/>. Long JSON is referenced, and copied only once.</summary>
    internal void WriteCached(ReadOnlyMemory<byte> json)
    {
        if (json.Length < ShortestReference)
        {
            WriteRaw(json.Span);
            return;
        }

        Require(json.Length, json.Length);
        EndPart();
        AddPart(new Part(Position, IsReference: true, json));
        _offset += json.Length;
    }

    /// <summary>Copies everything except the first <paramref name="skip"/> bytes.</summary>
    internal void CopyTo(IBufferWriter<byte> destination, int skip = 0) => CopyTo(destination, 0, skip);

    /// <summary>Everything except the first <paramref name="skip"/> bytes, where it is.</summary>
    internal IEnumerable<ReadOnlyMemory<byte>> Parts(int skip = 0)
    {
        for (var index = 0; index < _partCount; index++)
        {
            yield return _parts[index].Json[skip..];
            skip = 0;
        }

        yield return _buffer.AsMemory((_start + skip).._position);
    }

    private void EndPart()
    {
        if (_position > _start)
        {
            AddPart(new Part(_offset + _start, IsReference: false, _buffer.AsMemory(_start.._position)));
            _start = _position;
        }
    }

    private void AddPart(Part part)
    {
        if (_partCount == _parts.Length)
        {
            Array.Resize(ref _parts, Math.Max(4, 2 * _partCount));
        }

        _parts[_partCount++] = part;
    }

    private void CopyTo(IBufferWriter<byte> destination, int first, int skip)
    {
        for (var index = first; index < _partCount; index++)
        {
            destination.Write(_parts[index].Json.Span[skip..]);
            skip = 0;
        }

        destination.Write(_buffer.AsSpan((_start + skip).._position));
    }

    /// <summary>JSON at a position of the output: a reference, or a part of a buffer.</summary>
    private readonly record struct Part(int Position, bool IsReference, ReadOnlyMemory<byte> Json)
    {
        public ArraySegment<byte> Buffer => MemoryMarshal.TryGetArray(Json, out var buffer) ? buffer : default;
    }
}
