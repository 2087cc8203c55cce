using System.Buffers;
using System.Text.Json;

namespace HotChocolate.Text.Json;

public sealed class ResultDocument
{
    private ResultDocument() => throw null!;

    public ResultElement Data => throw null!;
}

public readonly struct ResultElement
{
    public JsonValueKind ValueKind => throw null!;

    public ObjectEnumerator EnumerateObject() => throw null!;

    public void SetNullValue() => throw null!;

    public void SetStringValue(ReadOnlySpan<byte> value, bool isEncoded = false) => throw null!;

    public void SetStringValue(ReadOnlySpan<char> value, bool isEncoded = false) => throw null!;

    public void WriteTo(IBufferWriter<byte> writer, bool indented = false) => throw null!;

    public struct ObjectEnumerator
    {
        public ResultProperty Current => throw null!;

        public ObjectEnumerator GetEnumerator() => throw null!;

        public bool MoveNext() => throw null!;
    }
}

public readonly struct ResultProperty
{
    public ResultElement Value => throw null!;

    public string Name => throw null!;
}
