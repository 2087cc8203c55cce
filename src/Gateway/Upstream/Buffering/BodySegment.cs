using System.Buffers;

namespace Gateway.Upstream.Buffering;

/// <summary>A segment of a body. All segments but the last are full.</summary>
internal sealed class BodySegment : ReadOnlySequenceSegment<byte>
{
    public const int Size = 64 * 1024;

    public BodySegment() => Memory = Bytes = GC.AllocateUninitializedArray<byte>(Size);

    public byte[] Bytes { get; }

    /// <summary>Appends this segment to a body's last one; null makes it the first.</summary>
    public void Follow(BodySegment? last)
    {
        RunningIndex = last is null ? 0 : last.RunningIndex + Size;
        last?.Next = this;
    }

    /// <summary>Detaches this segment from its body.</summary>
    /// <returns>The next segment.</returns>
    public BodySegment? Detach()
    {
        var next = (BodySegment?)Next;
        Next = null;
        return next;
    }
}
