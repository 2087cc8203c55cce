using Microsoft.AspNetCore.WebUtilities;

namespace Gateway.Sandbox.Http;

/// <summary>
/// The query string, decoded as a form is: <c>%2B</c> is a plus and a bare plus is a space. Names keep their case, unlike
/// those of ASP.NET's own collection. Problems are collected, so that an answer names all of them.
/// </summary>
internal sealed class QueryParameters
{
    private readonly List<(string Name, string Value)> _pairs = [];

    public QueryParameters(string? query)
    {
        // Reserved: servers differ in whether a bare one separates pairs.
        if (query?.Contains(';', StringComparison.Ordinal) is true)
            Problems.Add("a semicolon in the query must be encoded as %3B");
        foreach (var pair in new QueryStringEnumerable(query))
            _pairs.Add((pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
    }

    public List<string> Problems { get; } = [];

    /// <summary>The values of a repeated key, in their order.</summary>
    public string[] Repeated(string name) => [.. _pairs.Where(pair => pair.Name == name).Select(pair => pair.Value)];

    /// <summary>The values of a list that may be joined by commas, repeated, or both.</summary>
    public string[] Joined(string name) => [.. Repeated(name).SelectMany(value => value.Split(','))];

    /// <summary>The one value of a parameter that is no list, or null.</summary>
    public string? Single(string name)
    {
        var values = Repeated(name);
        if (values.Length > 1)
            Problems.Add($"{name} may be given only once");
        return values.FirstOrDefault();
    }

    /// <summary>Which of them the one value of a parameter names; null where it is not given, or refused.</summary>
    public T? OneOf<T>(string name, T[] all, Func<T, string> nameOf)
        where T : class =>
        Single(name, text => Array.Find(all, one => nameOf(one) == text), $"must be one of {string.Join(", ", all.Select(nameOf))}");

    /// <summary>What the one value of a parameter stands for; null where it is not given, or refused by <paramref name="rule"/>.</summary>
    public T? Single<T>(string name, Func<string, T?> read, string rule)
    {
        if (Single(name) is not { } text)
            return default;
        var value = read(text);
        if (value is null)
            Problems.Add($"{name} {rule}");
        return value;
    }
}
