using Gateway.Shared;

namespace Gateway.GraphQL.Execution;

/// <summary>Caches compiled documents by their text. Invalid documents are not added, so they can't evict valid ones.</summary>
internal sealed class DocumentCache(int capacity)
{
    // Longer documents are compiled for each request. Otherwise a few callers with long literals could fill the memory.
    private const int MaxLength = 32 * 1024;

    /// <summary>The memory of all documents, as estimated.</summary>
    private const int MaxBytes = 32 << 20;

    // What an entry of the cache takes itself.
    private const int Overhead = 164;

    // Each document counts as at least its share of the bytes, so that the cache has no more than `capacity` of them.
    private readonly BoundedCache<BytesKey, ExecutableDocument> _documents =
        new(MaxBytes, document => Math.Max(document.Size.Bytes, (MaxBytes / capacity) - Overhead));

    public int Count => _documents.Count;

    public ExecutableDocument? Find(ReadOnlyMemory<byte> text) => text.Length <= MaxLength ? _documents.Find(new BytesKey(text)) : null;

    /// <summary>Measures a document again, because plans were compiled for it.</summary>
    public void Measure(ExecutableDocument document)
    {
        if (!document.Text.IsEmpty)
        {
            _documents.Measure(new BytesKey(document.Text));
        }
    }

    public void Add(ReadOnlyMemory<byte> text, ExecutableDocument document)
    {
        if (text.Length <= MaxLength)
        {
            document.Text = text.ToArray();
            _documents.Set(new BytesKey(document.Text), document);
        }
    }
}
