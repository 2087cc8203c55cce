using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Gateway.Columns;

namespace Gateway.Radar.Inputs;

/// <summary>
/// An input of a series. It is declared once, as a property of <see cref="CtSeriesInput"/>, whose name in camel case is its name in the
/// schema, as a list too, and on the wire.
/// </summary>
internal sealed class CtInput
{
    /// <summary>In the order of the schema and of the wire.</summary>
    public static readonly ImmutableArray<CtInput> All =
        [.. typeof(CtSeriesInput).GetProperties().Select(property => new CtInput(property))];

    /// <summary>All but the name and the dates.</summary>
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

    /// <summary>Whether it is a caller's own text.</summary>
    public bool IsText => Property.PropertyType == typeof(string);

    /// <summary>The type of its list; an item is never null.</summary>
    public Type ListType =>
        typeof(IReadOnlyList<>).MakeGenericType(Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType);

    /// <summary>The value on the wire; null where the series has none.</summary>
    public string? WireOf(CtSeriesInput series) => Property.GetValue(series) switch
    {
        null => null,
        string text => IsFilter ? text : CtDateRangeSyntax.Normalize(text),
        bool flag => flag ? "true" : "false",
        // In UTC, so that one instant has one form.
        DateTimeOffset time => time.UtcDateTime.ToString(InstantText.Format, CultureInfo.InvariantCulture),
        // The members of these enums are spelled as on the wire.
        var member => member.ToString(),
    };
}
