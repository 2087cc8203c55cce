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

    /// <summary>Whether a part of the bytes since a position is a reference.</summary>
    internal bool HasReferenceSince(int position)
    {
        for (var index = _partCount - 1; index >= 0 && _parts[index].End > position; index--)
        {
            if (_parts[index].IsReference)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Copies the bytes since a position.</summary>
    internal void CopySince(int position, Span<byte> destination)
    {
        var first = _partCount;
        while (first > 0 && _parts[first - 1].End > position)
        {
            first--;
        }

        for (var index = first; index < _partCount; index++)
        {
            var json = _parts[index].Json.Span[Math.Max(0, position - _parts[index].Position)..];
            json.CopyTo(destination);
            destination = destination[json.Length..];
        }

        _buffer.AsSpan(Math.Max(_start, position - _offset).._position).CopyTo(destination);
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
    internal void CopyTo(IBufferWriter<byte> destination, int skip = 0)
    {
        for (var index = 0; index < _partCount; index++)
        {
            destination.Write(_parts[index].Json.Span[skip..]);
            skip = 0;
        }

        destination.Write(_buffer.AsSpan((_start + skip).._position));
    }

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

    /// <summary>JSON at a position of the output: a reference, or a part of a buffer.</summary>
    private readonly record struct Part(int Position, bool IsReference, ReadOnlyMemory<byte> Json)
    {
        public int End => Position + Json.Length;

        public ArraySegment<byte> Buffer => MemoryMarshal.TryGetArray(Json, out var buffer) ? buffer : default;
    }
}
