using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gateway.GraphQL.Persisted;

/// <summary>
/// Trusted documents: the files of a directory. <c>{id}.graphql</c> is one document. A <c>.json</c> file has many: a map of ids to
/// documents, as GraphQL Code Generator and Relay's compiler write it, or Apollo's manifest. All of them are read at once, so no request
/// can access a file.
/// </summary>
internal static partial class TrustedDocuments
{
    /// <summary>What an id is, for messages.</summary>
    public const string IdRule = "ids have 1 to 128 letters, digits, `-` and `_`, after `sha256:` or without";

    private const int MaxCount = 10_000;
    private const int MaxLength = 256 * 1024;
    private const int MaxFileLength = 64 * 1024 * 1024;
    private const string Sha256 = "sha256:";
    private const string ApolloFormat = "apollo-persisted-query-manifest";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static readonly JsonDocumentOptions JsonOptions = new() { AllowDuplicateProperties = false };

    /// <summary>The documents by the keys of their ids (<see cref="KeyOf"/>).</summary>
    /// <exception cref="TrustedDocumentException">A file or a document in it is wrong or too long, or there are too many.</exception>
    /// <exception cref="IOException">The directory or a file in it can't be read.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string folder)
    {
        var documents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal);
        foreach (var (path, id, text) in files.SelectMany(ReadFile))
        {
            if (!IsId(id))
            {
                throw new TrustedDocumentException($"`{path}`: `{id}` is no id of a trusted document: {IdRule}.");
            }

            if (text.Length > MaxLength)
            {
                throw new TrustedDocumentException($"`{path}`: the trusted document `{id}` has more than {MaxLength} bytes.");
            }

            if (!documents.TryAdd(KeyOf(id), text) && !documents[KeyOf(id)].AsSpan().SequenceEqual(text))
            {
                throw new TrustedDocumentException($"`{path}`: the id `{id}` has two documents: remove one.");
            }
        }

        return documents.Count <= MaxCount
            ? documents
            : throw new TrustedDocumentException($"`{folder}` has {documents.Count} trusted documents; {MaxCount} are the most.");
    }

    /// <summary>Changes with the names, lengths and times of the files, of those that links lead to.</summary>
    /// <exception cref="IOException">The directory or a file in it can't be read.</exception>
    public static string StampOf(string folder)
    {
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(path =>
        {
            var file = new FileInfo(path);
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return string.Create(CultureInfo.InvariantCulture, $"{path} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        });
        return string.Join('\n', files);
    }

    /// <summary>Whether the text is a valid id.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>The id without its algorithm: <c>sha256:{hash}</c>, as GraphQL over HTTP has it, is <c>{hash}</c> for most tools.</summary>
    public static string KeyOf(string id) => id.StartsWith(Sha256, StringComparison.Ordinal) ? id[Sha256.Length..] : id;

    private static IEnumerable<(string Path, string Id, byte[] Text)> ReadFile(string path) => Path.GetExtension(path) switch
    {
        ".graphql" => [(path, Path.GetFileNameWithoutExtension(path), ReadBounded(path, MaxLength))],
        ".json" => ReadMany(path),
        _ => [],
    };

    private static IEnumerable<(string Path, string Id, byte[] Text)> ReadMany(string path)
    {
        ReadOnlyMemory<byte> text = ReadBounded(path, MaxFileLength);
        try
        {
            using var json = JsonDocument.Parse(text.Span.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text, JsonOptions);

            // Before the JSON is disposed.
            return [.. DocumentsOf(json.RootElement).Select(document => (path, document.Id, document.Text))];
        }
        // JsonElement throws an InvalidOperationException for half of a surrogate pair, and for what is no UTF-8.
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new TrustedDocumentException($"`{path}` can't be read: {exception.Message}", exception);
        }
    }

    private static IEnumerable<(string Id, byte[] Text)> DocumentsOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("It must be an object: a map of ids to documents, or a manifest of Apollo's.");
        }

        return root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String && format.ValueEquals(ApolloFormat)
            ? ReadManifest(root)
            : root.EnumerateObject().Select(document =>
                (document.Name, TextOf(document.Value) ?? throw new FormatException($"`{document.Name}` must be the text of a document.")));
    }

    private static IEnumerable<(string Id, byte[] Text)> ReadManifest(JsonElement manifest)
    {
        if (!manifest.TryGetProperty("version", out var version) || version.GetRawText() != "1")
        {
            throw new FormatException("It must be a manifest of version 1.");
        }

        if (!manifest.TryGetProperty("operations", out var operations) || operations.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("It must have a list of `operations`.");
        }

        return operations.EnumerateArray().Select(operation =>
            operation.ValueKind == JsonValueKind.Object
            && operation.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            && operation.TryGetProperty("body", out var body) && TextOf(body) is { } text
                ? (id.GetString()!, text)
                : throw new FormatException("Each operation must have the strings `id` and `body`."));
    }

    private static byte[]? TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(value.GetString()!) : null;

    private static byte[] ReadBounded(string path, int maxLength) => new FileInfo(path).Length <= maxLength
        ? File.ReadAllBytes(path)
        : throw new TrustedDocumentException($"`{path}` has more than {maxLength} bytes.");

    [GeneratedRegex("^(?:sha256:)?[A-Za-z0-9_-]{1,128}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}

/// <summary>A trusted document, or its file, is wrong. The message says which one and why.</summary>
public sealed class TrustedDocumentException(string message, Exception? innerException = null)
    : InvalidOperationException(message, innerException);
