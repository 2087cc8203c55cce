using System.Text.RegularExpressions;

namespace Gateway.GraphQL.Persisted;

/// <summary>
/// Documents that were agreed on beforehand, by their ids: the files of a folder, named by the id with <c>.graphql</c> behind it. All are
/// read at start, so that no request names a file, and a changed folder needs a restart.
/// </summary>
internal static partial class TrustedDocuments
{
    private const int MaxCount = 10_000;
    private const int MaxLength = 256 * 1024;

    /// <exception cref="InvalidOperationException">A file is no such document, or there are too many.</exception>
    /// <exception cref="IOException">The folder or a file in it cannot be read.</exception>
    public static IEnumerable<(string Id, byte[] Document)> Read(string folder)
    {
        var files = Directory.GetFiles(folder, "*.graphql");
        return files.Length <= MaxCount
            ? files.Select(ReadFile)
            : throw new InvalidOperationException($"`{folder}` has {files.Length} trusted documents; {MaxCount} are the most.");
    }

    /// <summary>Whether a text may be an id.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    private static (string Id, byte[] Document) ReadFile(string path)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        if (!IsId(id))
        {
            throw new InvalidOperationException($"`{path}`: the name of a trusted document has 1 to 128 letters, digits, `-` and `_`.");
        }

        return new FileInfo(path).Length <= MaxLength
            ? (id, File.ReadAllBytes(path))
            : throw new InvalidOperationException($"`{path}`: a trusted document has at most {MaxLength} bytes.");
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,128}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
