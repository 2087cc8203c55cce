using PolyType;
using PolyType.Abstractions;

namespace Gateway.Settings;

/// <summary>
/// Lists the settings of options: their properties, and those of the options within. The code that reads and sets properties is generated
/// by PolyType, so a new property is a new setting.
/// </summary>
internal sealed class SettingList : TypeShapeVisitor
{
    private readonly List<Setting> _settings = [];

    private SettingList()
    {
    }

    public static IReadOnlyList<Setting> Of<TOptions>(TOptions options, string section)
        where TOptions : class, IShapeable<TOptions>
    {
        var list = new SettingList();
        TOptions.GetTypeShape().Accept(list, new Place<TOptions>(section, () => options, Set: null, () => options));
        return list._settings;
    }

    public override object? VisitObject<T>(IObjectTypeShape<T> objectShape, object? state = null)
    {
        var place = (Place<T>)state!;
        if (SettingText.Reader<T>() is { } read)
        {
            Add(place, read);
            return null;
        }

        foreach (var property in objectShape.Properties)
        {
            property.Accept(this, place);
        }

        return null;
    }

    public override object? VisitProperty<TDeclaringType, TPropertyType>(
        IPropertyShape<TDeclaringType, TPropertyType> propertyShape, object? state = null)
    {
        var owner = (Place<TDeclaringType>)state!;
        var (get, set) = (propertyShape.GetGetter(), propertyShape.HasSetter ? propertyShape.GetSetter() : null);
        return propertyShape.PropertyType.Accept(this, new Place<TPropertyType>(
            $"{owner.Key}:{propertyShape.Name}",
            Get,
            set is null ? null : value =>
            {
                var target = owner.Get();
                set(ref target, value);
            },
            () => Get()));

        TPropertyType Get()
        {
            var target = owner.Get();
            return get(ref target);
        }
    }

    public override object? VisitEnum<TEnum, TUnderlying>(IEnumTypeShape<TEnum, TUnderlying> enumShape, object? state = null)
    {
        Add((Place<TEnum>)state!, SettingText.ReadEnum);
        return null;
    }

    public override object? VisitOptional<TOptional, TElement>(
        IOptionalTypeShape<TOptional, TElement> optionalShape, object? state = null)
        where TOptional : default
    {
        var (place, some) = ((Place<TOptional>)state!, optionalShape.GetSomeConstructor());
        return optionalShape.ElementType.Accept(this, new Place<TElement>(
            place.Key, () => default!, place.Set is { } set ? value => set(some(value)) : null, place.Show));
    }

    public override object? VisitEnumerable<TEnumerable, TElement>(
        IEnumerableTypeShape<TEnumerable, TElement> enumerableShape, object? state = null)
    {
        var place = (Place<string[]>)state!;
        _settings.Add(new(place.Key, SettingKind.List, Set, place.Get));
        return null;

        string? Set(string[] values, bool apply)
        {
            if (apply)
            {
                place.Set!(values);
            }

            return null;
        }
    }

    private void Add<T>(Place<T> place, SettingReader<T> read)
    {
        // What has no setter follows from other settings.
        if (place.Set is { } set)
        {
            var kind = typeof(T) == typeof(string) ? SettingKind.Text : SettingKind.Value;
            _settings.Add(new(place.Key, kind, Set, () => [SettingText.Write(place.Show(), place.Key)]));
        }

        string? Set(string[] values, bool apply)
        {
            var wanted = read(place.Key, values[0], out var value);
            if (wanted is null && apply)
            {
                set(value);
            }

            return wanted;
        }
    }

    private sealed record Place<T>(string Key, Func<T> Get, Action<T>? Set, Func<object?> Show);
}
