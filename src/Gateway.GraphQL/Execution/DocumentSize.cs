namespace Gateway.GraphQL.Execution;

/// <summary>
/// Estimates the memory of a document with its kept plans. Plans are compiled while requests run, so it grows. The factors are measured
/// with documents of many fields.
/// </summary>
/// <param name="length">The length of the document's text in bytes.</param>
internal sealed class DocumentSize(int length)
{
    private const int BytesOfText = 16;
    private const int BytesOfSelection = 512;

    private long _bytes = 1024 + (BytesOfText * (long)length);

    public long Bytes => Volatile.Read(ref _bytes);

    public void AddSelections(int count) => Interlocked.Add(ref _bytes, BytesOfSelection * (long)count);
}
