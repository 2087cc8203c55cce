using Gateway.GraphQL.Language;

namespace Gateway.GraphQL;

internal sealed record Error(string Message) : IError
{
    public string? Code { get; init; }

    public IReadOnlyList<object>? Path { get; init; }

    public IReadOnlyList<Location> Locations { get; init; } = [];

    public IReadOnlyDictionary<string, object?>? Extensions
    {
        get => Code is null ? field : WithCode(Code, field);
        init;
    }

    // The code comes first in a response.
    private static Dictionary<string, object?> WithCode(string code, IReadOnlyDictionary<string, object?>? others)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        foreach (var (key, value) in others ?? extensions)
        {
            extensions.TryAdd(key, value);
        }

        return extensions;
    }
}
