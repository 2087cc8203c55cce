using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Conformance.Host.CodeFirst;

/// <summary>Input of C# types as what it was before: names, dictionaries of what was given, lists.</summary>
internal static class TypedInput
{
    public static object? ToUntyped(object? value) => value switch
    {
        null or string or bool or int or long or double => value,
        Enum name => name.ToString().ToUpperInvariant(),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        IEnumerable items => items.Cast<object?>().Select(ToUntyped).ToList(),
        _ => value.GetType().GetProperties()
            .Select(property => (Name: JsonNamingPolicy.CamelCase.ConvertName(property.Name), Value: ToUntyped(property.GetValue(value))))
            .Where(field => field.Value is not null)
            .ToDictionary(field => field.Name, field => field.Value),
    };
}
