using System.Buffers;
using System.Text.Encodings.Web;
using HotChocolate.Execution;

namespace HotChocolate.Transport.Formatters;

public struct JsonResultFormatterOptions
{
    public JavaScriptEncoder? Encoder { get; set; }
}

public sealed class JsonResultFormatter
{
    public JsonResultFormatter(bool indented = false) => throw null!;

    public JsonResultFormatter(JsonResultFormatterOptions options) => throw null!;

    public void Format(OperationResult result, IBufferWriter<byte> writer) => throw null!;
}
