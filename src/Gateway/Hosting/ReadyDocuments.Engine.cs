using System.Reflection;

namespace Gateway.Hosting;

/// <summary>
/// The documents that the IDE opens with. Each feature has its own, as <c>Documents/NUMBER NAME.graphql</c> with the variables in the
/// <c>.json</c> file of the same name. The build puts them into the assembly.
/// </summary>
internal static class ReadyDocuments
{
    private const string Prefix = "documents/";
    private const string Extension = ".graphql";

    /// <param name="zone">The zone in their variables. Null leaves it to be filled in.</param>
    public static IReadOnlyList<GraphQLToolDocument> Read(string? zone)
    {
        var assembly = typeof(ReadyDocuments).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
                .Select(name => name[..^Extension.Length])
                .Order(StringComparer.Ordinal)
                .Select(name => new GraphQLToolDocument(
                    name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..],
                    ReadText(assembly, name + Extension),
                    ReadText(assembly, name + ".json").Replace(SandboxInUse.Zone, zone ?? "", StringComparison.Ordinal))),
        ];
    }

    private static string ReadText(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().TrimEnd();
    }
}
