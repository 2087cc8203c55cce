using System.Text.RegularExpressions;
using IOPath = System.IO.Path;

namespace Gateway.Tests.EndToEnd;

/// <summary>A document for people, in Markdown.</summary>
/// <param name="Path">Its path in the repository.</param>
internal sealed partial record Document(string Path, string Text)
{
    /// <summary>The folder of the repository that the tests were built in.</summary>
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Document> All { get; } =
    [
        .. ((string[])["README.md", "CONTRIBUTING.md", "src/README.md", "src/examples/README.md"])
            .Concat(Directory.GetFiles(IOPath.Combine(Root, "src/docs"), "*.md").Order().Select(file => IOPath.GetRelativePath(Root, file)))
            .Select(Read),
    ];

    /// <summary>The fenced blocks.</summary>
    public IEnumerable<Block> Blocks => Fence().Matches(Text).Select(fence => new Block(
        Headings.Last(heading => heading.Index < fence.Index).Text,
        fence.Groups["language"].Value,
        fence.Groups["text"].Value,
        fence.Groups["answer"].Success ? fence.Groups["answer"].Value : null));

    /// <summary>The headings, and where they stand. What looks like one in a block is none.</summary>
    public IEnumerable<(int Index, string Text)> Headings => Heading()
        .Matches(Fence().Replace(Text, fence => new string(' ', fence.Length)))
        .Select(heading => (heading.Index, heading.Groups[1].Value));

    public static Document Read(string path) => new(path, File.ReadAllText(IOPath.Combine(Root, path)));

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(IOPath.Combine(directory, "Gateway.sln")))
        {
            directory = IOPath.GetDirectoryName(directory)
                ?? throw new InvalidOperationException("The tests do not run below Gateway.sln.");
        }

        return directory;
    }

    [GeneratedRegex("^```(?<language>.*)\n(?<text>(?:.*\n)*?)```$(?:\n\n```json\n(?<answer>(?:.*\n)*?)```$)?", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <param name="Heading">The heading above it.</param>
    /// <param name="Answer">The JSON that follows it immediately.</param>
    internal sealed partial record Block(string Heading, string Language, string Text, string? Answer)
    {
        /// <summary>The query of a block that is one, or that sends one as it is.</summary>
        public string? Query => Language == "graphql" ? Text
            : Sent().Match(Text) is { Success: true } sent ? sent.Groups[1].Value
            : null;

        [GeneratedRegex("^curl .* --data-urlencode 'query=([^']+)'$", RegexOptions.Multiline)]
        private static partial Regex Sent();
    }
}
