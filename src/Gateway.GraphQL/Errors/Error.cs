using Gateway.GraphQL.Language;

namespace Gateway.GraphQL;

internal sealed record Error(string Message) : IError
{
    public string? Code { get; init; }

    public IReadOnlyList<object>? Path { get; init; }

    public IReadOnlyList<Location> Locations { get; init; } = [];

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}
