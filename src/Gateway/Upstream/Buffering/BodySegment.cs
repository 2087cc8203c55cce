using System.Buffers;

namespace Gateway.Upstream.Buffering;

/// <summary>A piece of a body, and the next one; all but the last are full.</summary>
internal sealed class BodySegment : ReadOnlySequenceSegment<byte>
{
    public const int Size = 64 * 1024;

    public BodySegment() => Memory = Bytes = GC.AllocateUninitializedArray<byte>(Size);

    public byte[] Bytes { get; }

    /// <summary>Puts this segment behind the last one of a body, or at its start.</summary>
    public void Follow(BodySegment? last)
    {
        RunningIndex = last is null ? 0 : last.RunningIndex + Size;
        last?.Next = this;
    }

    /// <summary>Takes it out of its body.</summary>
    /// <returns>The segment that followed.</returns>
    public BodySegment? Detach()
    {
        var next = (BodySegment?)Next;
        Next = null;
        return next;
    }
}
