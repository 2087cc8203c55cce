using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Ide;

/// <summary>The script that gives a browser its documents when it opens the IDE for the first time.</summary>
internal sealed record IdeDocuments(IReadOnlyList<GraphQLToolDocument> Documents, IReadOnlyList<IdeDocuments.Header> Headers)
{
    public const string File = "documents.js";

    private static readonly string Script = ReadScript();

    public static Task WriteAsync(HttpContext context, GraphQLToolOptions options)
    {
        var headers = options.HttpHeaders ?? new HeaderDictionary();
        var documents = new IdeDocuments(
            options.Documents,
            [.. headers.SelectMany(header => header.Value, (header, value) => new Header(header.Key, value ?? "", Enabled: true))]);
        IdeHeaders.Set(context.Response, "/" + File);
        context.Response.ContentType = "text/javascript; charset=utf-8";
        var json = JsonSerializer.Serialize(documents, IdeDocumentsJson.Default.IdeDocuments);
        return context.Response.WriteAsync($"const ready = {json};\n{Script}", context.RequestAborted);
    }

    private static string ReadScript()
    {
        using var reader = new StreamReader(typeof(IdeDocuments).Assembly.GetManifestResourceStream(File)!);
        return reader.ReadToEnd();
    }

    internal sealed record Header(string Name, string Value, bool Enabled);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IdeDocuments))]
internal sealed partial class IdeDocumentsJson : JsonSerializerContext;
