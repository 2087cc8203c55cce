using System.Collections.Immutable;

namespace Gateway.Spectrum.Inputs;

/// <summary>A field to sort rows by, and the direction. The field must be one of the request's metrics or dimensions.</summary>
public readonly record struct SpectrumSort
{
    internal SpectrumSort(SpectrumField field, bool isDescending) => (Field, IsDescending) = (field, isDescending);

    /// <summary>All sort orders: for each field, ascending before descending.</summary>
    internal static ImmutableArray<SpectrumSort> All { get; } =
        [.. SpectrumField.All.SelectMany(field => new SpectrumSort[] { new(field, false), new(field, true) })];

    private static readonly Dictionary<string, SpectrumSort> ByWire = All.ToDictionary(sort => sort.Wire);

    internal SpectrumField Field { get; }

    internal bool IsDescending { get; }

    /// <summary>Cloudflare's notation: a sign for the direction and the field, such as <c>+count</c> or <c>-event</c>.</summary>
    internal string Wire => (IsDescending ? "-" : "+") + Field.Wire;

    internal static SpectrumSort? Find(string? wire) => wire is not null && ByWire.TryGetValue(wire, out var sort) ? sort : null;
}

/// <summary>Names and describes the sort orders.</summary>
internal sealed class SpectrumSortType : EnumType<SpectrumSort>
{
    protected override void Configure(IEnumTypeDescriptor<SpectrumSort> descriptor)
    {
        foreach (var sort in SpectrumSort.All)
        {
            // All dimensions are text, except the IP version.
            var isText = sort.Field is { SchemaName: "EVENT" or "APP_ID" or "COLO_NAME" };
            descriptor.Value(sort)
                .Name(sort.Field.SchemaName + (sort.IsDescending ? "_DESC" : "_ASC"))
                .Description($"By `{sort.Field.Name}`, " + (isText, sort.IsDescending) switch
                {
                    (true, false) => "in alphabetical order.",
                    (true, true) => "in reverse alphabetical order.",
                    (false, false) => "smallest first.",
                    (false, true) => "largest first.",
                });
        }
    }
}
