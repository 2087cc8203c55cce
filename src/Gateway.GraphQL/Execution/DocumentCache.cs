using Gateway.Shared;

namespace Gateway.GraphQL.Execution;

/// <summary>Caches compiled documents by their text. Invalid documents are not added, so they can't evict valid ones.</summary>
internal sealed class DocumentCache(int capacity)
{
    // Longer documents are compiled for each request. Otherwise a few callers with long literals could fill the memory.
    private const int MaxLength = 32 * 1024;

    private readonly BoundedCache<BytesKey, ExecutableDocument> _documents = new(capacity);

    public int Count => _documents.Count;

    public ExecutableDocument? Find(ReadOnlyMemory<byte> text) => text.Length <= MaxLength ? _documents.Find(new BytesKey(text)) : null;

    public void Add(ReadOnlyMemory<byte> text, ExecutableDocument document)
    {
        if (text.Length <= MaxLength)
        {
            _documents.Set(new BytesKey(text.ToArray()), document);
        }
    }
}
