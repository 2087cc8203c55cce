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

    // Makes an input of a property of the type. Native compilation has only those generic types and methods that are written somewhere.
    private static readonly Dictionary<Type, Func<PropertyInfo, CtInput>> Types = new()
    {
        [typeof(string)] = Text,
        [typeof(bool?)] = Flag,
        [typeof(DateTimeOffset?)] = Instant,
        [typeof(CtDuration?)] = Member<CtDuration>,
        [typeof(CtEntryType?)] = Member<CtEntryType>,
        [typeof(CtExpirationStatus?)] = Member<CtExpirationStatus>,
        [typeof(CtLogApi?)] = Member<CtLogApi>,
        [typeof(CtPublicKeyAlgorithm?)] = Member<CtPublicKeyAlgorithm>,
        [typeof(CtSignatureAlgorithm?)] = Member<CtSignatureAlgorithm>,
        [typeof(CtValidationLevel?)] = Member<CtValidationLevel>,
    };

    /// <summary>All inputs, in the order of the schema and of Cloudflare's query string.</summary>
    // Native compilation keeps the properties, because their type is written here. Listing them again would be a second declaration.
#pragma warning disable RS0030
    public static readonly ImmutableArray<CtInput> All = [.. typeof(CtSeriesInput).GetProperties().Select(Create)];
#pragma warning restore RS0030

    /// <summary>All inputs except the name and the dates.</summary>
    public static readonly ImmutableArray<CtInput> Filters = [.. All.Where(input => input.IsFilter)];

    private readonly Func<CtSeriesInput, string?> _wire;

    private CtInput(PropertyInfo property, Type listType, Func<CtSeriesInput, string?> wire)
    {
        Property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        IsName = property.Name is nameof(CtSeriesInput.Name);
        IsFilter = !IsName && property.Name is not (
            nameof(CtSeriesInput.DateRange) or nameof(CtSeriesInput.DateStart) or nameof(CtSeriesInput.DateEnd));
        ListType = listType;
        _wire = wire;
    }

    public PropertyInfo Property { get; }

    public string Name { get; }

    public bool IsName { get; }

    public bool IsFilter { get; }

    /// <summary>Whether the value is free text from the caller.</summary>
    public bool IsText => Property.PropertyType == typeof(string);

    /// <summary>The type of the list argument. Its items are never null.</summary>
    public Type ListType { get; }

    /// <summary>The value of Cloudflare's parameter; null if the series has none.</summary>
    public string? WireOf(CtSeriesInput series) => _wire(series);

    private static CtInput Create(PropertyInfo property) => Types.TryGetValue(property.PropertyType, out var create)
        ? create(property)
        : throw new NotSupportedException($"`{property.Name}`: add {property.PropertyType} to the types of {nameof(CtInput)}.");

    private static CtInput Text(PropertyInfo property)
    {
        var text = Getter<string?>(property);
        return new CtInput(property, typeof(IReadOnlyList<string>), property.Name is nameof(CtSeriesInput.DateRange)
            ? series => text(series) is { } range ? CtDateRangeSyntax.Normalize(range) : null
            : text);
    }

    private static CtInput Flag(PropertyInfo property)
    {
        var flag = Getter<bool?>(property);
        return new CtInput(
            property, typeof(IReadOnlyList<bool>), series => flag(series) switch { true => "true", false => "false", null => null });
    }

    // Always in UTC, so equal instants have equal texts.
    private static CtInput Instant(PropertyInfo property)
    {
        var time = Getter<DateTimeOffset?>(property);
        return new CtInput(
            property,
            typeof(IReadOnlyList<DateTimeOffset>),
            series => time(series) is { } instant ? InstantText.Of(instant) : null);
    }

    // The members of these enums have Cloudflare's names.
    private static CtInput Member<T>(PropertyInfo property)
        where T : struct, Enum
    {
        var member = Getter<T?>(property);
        return new CtInput(
            property, typeof(IReadOnlyList<T>), series => member(series) is { } value ? Enum.GetName(value) : null);
    }

    // A typed delegate: reflection would box each value of each request.
    private static Func<CtSeriesInput, T> Getter<T>(PropertyInfo property) =>
        property.GetMethod!.CreateDelegate<Func<CtSeriesInput, T>>();
}
