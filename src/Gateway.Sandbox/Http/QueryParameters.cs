using Microsoft.AspNetCore.WebUtilities;

namespace Gateway.Sandbox.Http;

/// <summary>
/// The query string, decoded as a form is: <c>%2B</c> is a plus and a bare plus is a space. Names keep their case, unlike
/// ASP.NET's own collection; what is refused is collected, so that an answer can name all of it.
/// </summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    public QueryParameters(string? query)
    {
        // Reserved: servers differ in whether a bare one separates pairs.
        if (query?.Contains(';', StringComparison.Ordinal) is true)
            Problems.Add("a semicolon in the query must be encoded as %3B");
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var name = pair.DecodeName().ToString();
            if (!values.TryGetValue(name, out var list))
                values.Add(name, list = []);
            list.Add(pair.DecodeValue().ToString());
        }
    }

    public List<string> Problems { get; } = [];

    /// <summary>The values of a repeated key, in their order.</summary>
    public IReadOnlyList<string> Repeated(string name) => values.TryGetValue(name, out var list) ? list : [];

    /// <summary>The values of a list that may be joined by commas, repeated, or both.</summary>
    public IEnumerable<string> Joined(string name) => Repeated(name).SelectMany(value => value.Split(','));

    /// <summary>The one value of a parameter that is no list, or null.</summary>
    public string? Single(string name)
    {
        var list = Repeated(name);
        if (list.Count > 1)
            Problems.Add($"{name} may be given only once");
        return list.Count > 0 ? list[0] : null;
    }
}
