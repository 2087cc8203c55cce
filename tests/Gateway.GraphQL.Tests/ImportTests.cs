using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Gateway.GraphQL.Tests;

/// <summary>Imports run one way: there are no cycles between the folders of a project, direct or indirect.</summary>
public sealed partial class ImportTests
{
    [Theory]
    [InlineData("Gateway.GraphQL")]
    [InlineData("Gateway.GraphQL.AspNetCore")]
    [InlineData("Gateway")]
    [InlineData("Gateway/Caching")]
    [InlineData("Gateway/Radar")]
    [InlineData("Gateway/Spectrum")]
    [InlineData("Gateway/Upstream")]
    [InlineData("Gateway.Sandbox")]
    public void No_two_folders_import_each_other(string project) => Cycle(Project.Read(project)).ShouldBeEmpty();

    /// <summary>A line for each import of the first cycle; empty if there is no cycle.</summary>
    private static IReadOnlyList<string> Cycle(Project project)
    {
        var imports = project.Imports();
        var done = new HashSet<string>();
        var path = new List<string>();
        return project.Folders.Select(Visit).FirstOrDefault(cycle => cycle.Count > 0) ?? [];

        IReadOnlyList<string> Visit(string folder)
        {
            if (path.IndexOf(folder) is >= 0 and var start)
            {
                return [.. path[start..].Zip(path[(start + 1)..].Append(folder), (from, to) => imports[(from, to)])];
            }

            path.Add(folder);
            var imported = done.Add(folder) ? imports.Keys.Where(import => import.From == folder) : [];
            var cycle = imported.Select(import => Visit(import.To)).FirstOrDefault(cycle => cycle.Count > 0) ?? [];
            path.RemoveAt(path.Count - 1);
            return cycle;
        }
    }

    /// <summary>The sources of a project by folder. A folder includes its sub-folders. Files outside of folders are ignored.</summary>
    private sealed class Project
    {
        private readonly List<Source> _sources = [];

        public IEnumerable<string> Folders => _sources.Select(source => source.Folder).Distinct();

        public static Project Read(string name, [CallerFilePath] string test = "")
        {
            var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(test)!, "../../src", name));
            var project = new Project();
            foreach (var path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var parts = Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar);
                if (parts is [not ("bin" or "obj"), _, ..])
                {
                    project._sources.Add(new Source(parts[0], string.Join('/', parts), NotCode().Replace(File.ReadAllText(path), "")));
                }
            }

            return project;
        }

        /// <summary>Who names whose types, with a line that does.</summary>
        public Dictionary<(string From, string To), string> Imports()
        {
            var declared = _sources
                .SelectMany(source => Declaration().Matches(source.Code).Select(match => (Name: match.Groups[1].Value, Source: source)))
                .ToLookup(type => type.Name, type => type.Source);
            var imports = new Dictionary<(string From, string To), string>();
            foreach (var source in _sources)
            {
                foreach (var line in source.Code.Split('\n').Where(line => !line.StartsWith("using ", StringComparison.Ordinal)))
                {
                    foreach (Match word in Word().Matches(line))
                    {
                        foreach (var other in declared[word.Groups["name"].Value].Where(other => other.Folder != source.Folder))
                        {
                            if (source.Sees(other.Namespace, word.Groups["qualifier"].Value))
                            {
                                imports.TryAdd(
                                    (source.Folder, other.Folder), $"{source.Folder} > {other.Folder}: {source.Path}: {line.Trim()}");
                            }
                        }
                    }
                }
            }

            return imports;
        }
    }

    private sealed record Source(string Folder, string Path, string Code)
    {
        private readonly HashSet<string> _usings = [.. Using().Matches(Code).Select(match => match.Groups[1].Value)];

        public string Namespace { get; } = NamespaceOf().Match(Code).Groups[1].Value;

        /// <summary>Whether a word in this file can refer to the type of that name in the namespace.</summary>
        public bool Sees(string space, string qualifier) => qualifier.Length > 0
            ? space.EndsWith(qualifier, StringComparison.Ordinal)
            : _usings.Contains(space) || $"{Namespace}.".StartsWith($"{space}.", StringComparison.Ordinal);
    }

    // Comments and strings, including the expressions of interpolated strings.
    [GeneratedRegex(
        """//[^\n]*|/\*.*?\*/|\$*"{3,}.*?"{3,}|@"(?:""|[^"])*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\])+'""", RegexOptions.Singleline)]
    private static partial Regex NotCode();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record|delegate\s+\S+)\s+([A-Z]\w*)")]
    private static partial Regex Declaration();

    // A word behind a type is the name of what is declared there, one behind a dot or before `=` or `:` that of a member.
    [GeneratedRegex(
        @"(?<!(?:\b[A-Z]\w*|[\w>\])?]>|\[,*\]|[\w>\])]\?|\b(?:bool|byte|char|double|int|long|object|string|uint|ulong|var|void)) )"
        + @"(?:(?<=\b(?<qualifier>[A-Z]\w*)\.)|(?<!\.))\b(?<name>[A-Z]\w*)\b(?!\s*(?:=[^=>]|:))")]
    private static partial Regex Word();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceOf();
}
