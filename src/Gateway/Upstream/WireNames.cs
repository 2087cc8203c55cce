using System.Collections.Frozen;
using System.Text.Json;

namespace Gateway.Upstream;

/// <summary>
/// The names of an enum's values on the wire: in camel case, with <c>ID</c> in capitals. A name in capitals stays as it is.
/// </summary>
internal static class WireNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names =
        Enum.GetValues<T>().ToFrozenDictionary(static value => value, static value => NameOf(value.ToString()));

    private static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(
        pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(T value) => Names[value];

    /// <summary>The value of a name; null for an unknown name.</summary>
    public static T? Find(string? name) => name is not null && Values.TryGetValue(name, out var value) ? value : null;

    private static string NameOf(string name) =>
        !name.Any(char.IsAsciiLetterLower) ? name
        : JsonNamingPolicy.CamelCase.ConvertName(name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] + "ID" : name);
}

internal static class WireNames
{
    /// <inheritdoc cref="WireNames{T}"/>
    public static string Wire<T>(this T value)
        where T : struct, Enum =>
        WireNames<T>.Of(value);
}
