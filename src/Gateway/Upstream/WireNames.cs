using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Gateway.Upstream;

/// <summary>
/// The names of an enum's values on the wire: from <see cref="EnumMemberAttribute"/>, or else in camel case. A name in capitals stays as it
/// is.
/// </summary>
internal static class WireNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names =
        typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).ToFrozenDictionary(field => (T)field.GetValue(null)!, NameOf);

    private static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(
        pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(T value) => Names[value];

    /// <summary>The value of a name; null for an unknown name.</summary>
    public static T? Find(string? name) => name is not null && Values.TryGetValue(name, out var value) ? value : null;

    private static string NameOf(FieldInfo field) =>
        field.GetCustomAttribute<EnumMemberAttribute>()?.Value
        ?? (field.Name.Any(char.IsAsciiLetterLower) ? JsonNamingPolicy.CamelCase.ConvertName(field.Name) : field.Name);
}

internal static class WireNames
{
    /// <inheritdoc cref="WireNames{T}"/>
    public static string Wire<T>(this T value)
        where T : struct, Enum =>
        WireNames<T>.Of(value);
}
