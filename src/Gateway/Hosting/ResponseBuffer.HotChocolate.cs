using System.Buffers;

namespace Gateway.Hosting;

/// <summary>
/// A response in chunks, before it is sent. Its memory is that of <see cref="ResponseBudget"/>. Where that ends, or the limit, nothing
/// more is kept.
/// </summary>
internal sealed class ResponseBuffer(ResponseBudget budget) : IBufferWriter<byte>, IDisposable
{
    private readonly List<(byte[] Bytes, int Length)> _chunks = [];
    private byte[] _bytes = [];
    private int _position;
    private int _closed;

    /// <summary>The number of bytes that were written.</summary>
    public int Length => _closed + _position;

    /// <summary>The most bytes that are kept.</summary>
    public required int Limit { get; set; }

    public IEnumerable<ReadOnlyMemory<byte>> Chunks =>
        _chunks.Append((_bytes, _position)).Select(static chunk => (ReadOnlyMemory<byte>)chunk.Item1.AsMemory(0, chunk.Item2));

    public void Advance(int count) => _position += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_bytes.Length - _position < Math.Max(sizeHint, 1))
        {
            Close();
            _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, IResponseMemory.Threshold));
        }

        return _bytes.AsMemory(_position);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Clear()
    {
        foreach (var (bytes, _) in _chunks)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        _chunks.Clear();
        _position = _closed = 0;
    }

    public void Dispose()
    {
        Clear();
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    private void Close()
    {
        if (_position == 0)
        {
            if (_bytes.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_bytes);
            }

            return;
        }

        _closed += _position;
        if (_closed <= Limit)
        {
            budget.Grow(_closed);
        }

        if (budget.Refusal is null && _closed <= Limit)
        {
            _chunks.Add((_bytes, _position));
        }
        else
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _position = 0;
    }
}
