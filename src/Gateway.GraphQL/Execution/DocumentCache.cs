using Gateway.Shared;

namespace Gateway.GraphQL.Execution;

/// <summary>The documents seen lately, by their text. Only valid documents get in, so that nonsense pushes nothing out.</summary>
internal sealed class DocumentCache(int capacity)
{
    // What is longer is compiled for its request alone: a few callers with long literals must not fill the memory.
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
