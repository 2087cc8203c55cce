using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Gateway.Columns;

namespace Gateway.Radar.Inputs;

/// <summary>
/// An input of a series. It is declared once, as a property of <see cref="CtSeriesInput"/>. The property's name in camel case is the name
/// of the input field, of the list argument, and of Cloudflare's parameter.
/// </summary>
internal sealed class CtInput
{
    /// <summary>All inputs, in the order of the schema and of Cloudflare's query string.</summary>
    public static readonly ImmutableArray<CtInput> All =
        [.. typeof(CtSeriesInput).GetProperties().Select(property => new CtInput(property))];

    /// <summary>All inputs except the name and the dates.</summary>
    public static readonly ImmutableArray<CtInput> Filters = [.. All.Where(input => input.IsFilter)];

    private CtInput(PropertyInfo property)
    {
        Property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        IsName = property.Name is nameof(CtSeriesInput.Name);
        IsFilter = !IsName && property.Name is not (
            nameof(CtSeriesInput.DateRange) or nameof(CtSeriesInput.DateStart) or nameof(CtSeriesInput.DateEnd));
    }

    public PropertyInfo Property { get; }

    public string Name { get; }

    public bool IsName { get; }

    public bool IsFilter { get; }

    /// <summary>Whether the value is free text from the caller.</summary>
    public bool IsText => Property.PropertyType == typeof(string);

    /// <summary>The type of the list argument. Its items are never null.</summary>
    public Type ListType =>
        typeof(IReadOnlyList<>).MakeGenericType(Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType);

    /// <summary>The value of Cloudflare's parameter; null if the series has none.</summary>
    public string? WireOf(CtSeriesInput series) => Property.GetValue(series) switch
    {
        null => null,
        string text => IsFilter ? text : CtDateRangeSyntax.Normalize(text),
        bool flag => flag ? "true" : "false",
        // Always in UTC, so equal instants have equal texts.
        DateTimeOffset time => time.UtcDateTime.ToString(InstantText.Format, CultureInfo.InvariantCulture),
        // The members of these enums have Cloudflare's names.
        var member => member.ToString(),
    };
}
