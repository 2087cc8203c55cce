using System.Collections.Immutable;
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
    /// <summary>The maximum number of series in a request.</summary>
    public const int MaxSeries = 20;

    /// <summary>All inputs, in the order of the schema and of Cloudflare's query string.</summary>
    public static readonly ImmutableArray<CtInput> All =
        [.. typeof(CtSeriesInput).GetProperties().Select(property => new CtInput(property))];

    /// <summary>All inputs except the name and the dates.</summary>
    public static readonly ImmutableArray<CtInput> Filters = [.. All.Where(input => input.IsFilter)];

    private readonly Func<CtSeriesInput, string?> _wire;

    private CtInput(PropertyInfo property)
    {
        Property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        IsName = property.Name is nameof(CtSeriesInput.Name);
        IsFilter = !IsName && property.Name is not (
            nameof(CtSeriesInput.DateRange) or nameof(CtSeriesInput.DateStart) or nameof(CtSeriesInput.DateEnd));
        _wire = WireOf(property);
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
    public string? WireOf(CtSeriesInput series) => _wire(series);

    private static Func<CtSeriesInput, string?> WireOf(PropertyInfo property)
    {
        // Typed delegates: reflection would box each value of each request.
        if (property.PropertyType == typeof(string))
        {
            var text = Getter<string?>(property);
            return property.Name is nameof(CtSeriesInput.DateRange)
                ? series => text(series) is { } range ? CtDateRangeSyntax.Normalize(range) : null
                : text;
        }

        if (property.PropertyType == typeof(bool?))
        {
            var flag = Getter<bool?>(property);
            return series => flag(series) switch { true => "true", false => "false", null => null };
        }

        if (property.PropertyType == typeof(DateTimeOffset?))
        {
            // Always in UTC, so equal instants have equal texts.
            var time = Getter<DateTimeOffset?>(property);
            return series => time(series) is { } instant ? InstantText.Of(instant) : null;
        }

        return new Func<PropertyInfo, Func<CtSeriesInput, string?>>(WireOf<CtDuration>).Method.GetGenericMethodDefinition()
            .MakeGenericMethod(Nullable.GetUnderlyingType(property.PropertyType)!)
            .CreateDelegate<Func<PropertyInfo, Func<CtSeriesInput, string?>>>()(property);
    }

    // The members of these enums have Cloudflare's names.
    private static Func<CtSeriesInput, string?> WireOf<T>(PropertyInfo property)
        where T : struct, Enum
    {
        var member = Getter<T?>(property);
        return series => member(series) is { } value ? Enum.GetName(value) : null;
    }

    private static Func<CtSeriesInput, T> Getter<T>(PropertyInfo property) =>
        property.GetMethod!.CreateDelegate<Func<CtSeriesInput, T>>();
}
