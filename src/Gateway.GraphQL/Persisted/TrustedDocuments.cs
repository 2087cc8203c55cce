using System.Text.RegularExpressions;

namespace Gateway.GraphQL.Persisted;

/// <summary>
/// Trusted documents: the files <c>{id}.graphql</c> of a directory. All of them are read at start, so no request can access a file. Changes
/// to the directory take effect after a restart.
/// </summary>
internal static partial class TrustedDocuments
{
    private const int MaxCount = 10_000;
    private const int MaxLength = 256 * 1024;

    /// <exception cref="InvalidOperationException">A file has no valid name or is too long, or there are too many files.</exception>
    /// <exception cref="IOException">The directory or a file in it can't be read.</exception>
    public static IEnumerable<(string Id, byte[] Document)> Read(string folder)
    {
        var files = Directory.GetFiles(folder, "*.graphql");
        return files.Length <= MaxCount
            ? files.Select(ReadFile)
            : throw new InvalidOperationException($"`{folder}` has {files.Length} trusted documents; {MaxCount} are the most.");
    }

    /// <summary>Whether the text is a valid id.</summary>
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
