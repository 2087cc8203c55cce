using System.Text.Json;

namespace HotChocolate.Buffers;

public sealed class JsonDocumentOwner
{
    private JsonDocumentOwner() => throw null!;

    public JsonDocument Document => throw null!;
}
