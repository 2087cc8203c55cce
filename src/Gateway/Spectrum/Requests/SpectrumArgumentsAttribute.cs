using System.Reflection;
using Gateway.Spectrum.Filters;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Requests;

/// <summary>Adds the arguments that the fields of Spectrum's events have in common. They are declared here and nowhere else.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed partial class SpectrumArgumentsAttribute : ObjectFieldDescriptorAttribute
{
    private static readonly (string Name, Type Type, string Description)[] Arguments =
    [
        ("window", typeof(string), """
        Everything up to now, from the start of the interval in which now minus this lies: `30m`, `24h`, `7d` or `4w`. If it is shorter than
        an interval, the running interval. Intervals are in UTC, and weeks begin on Monday. At most 366 days, or 5 years (1827 days) for
        `QUARTER` and `YEAR`. Can't be combined with `since` and `until`. All who ask for the same window share an answer until the next
        interval begins.
        """),
        ("shift", typeof(string), """
        The same window, that much earlier: `7d` compares with last week. It ends with the interval that corresponds to the running one.
        Whole intervals are moved, so a shift that is shorter than one has no effect. Requires `window`, and has its form and its limits.
        """),
        ("since", typeof(DateTimeOffset?), "Start, inclusive. Must be before `until`. Default: `until` minus 6 hours."),
        ("until", typeof(DateTimeOffset?), "End. Default: now."),
        (
            "dimensions",
            typeof(IReadOnlyList<SpectrumDimension>),
            "Break the data down by these attributes, in any order. Default: none, one row overall."),
        (
            "metrics",
            typeof(IReadOnlyList<SpectrumMetric>),
            "Metrics to compute, in any order. Default: the metrics that the query selects, or else `COUNT`."),
        ("filters", typeof(string), """
        A Cloudflare filter expression, e.g. `event==disconnect AND coloName!=SFO`. The gateway checks it before it is sent.
        Comparisons of `event`, `appID`, `coloName` and `ipVersion` by `==`, `!=`, `>`, `>=`, `<` or `<=` are joined by ` AND `
        or `;`, and by ` OR ` or `,`. AND has precedence, and there are no parentheses. At most 64 comparisons. `ipVersion` is 4 or 6. The
        expression must not be percent-encoded.
        """),
        ("where", typeof(SpectrumWhereInput), """
        A typed filter of the events, which Cloudflare applies before it groups them. Can't be combined with `filters`. To keep some of the
        rows that come of it, use `data(where:)`.
        """),
        ("sort", typeof(IReadOnlyList<SpectrumSort>), """
        Order in which Cloudflare sends the rows, the first field first; with `limit`, it decides which rows come. Each field must be a metric
        or dimension of this request, once. To sort the rows that came, use `data(order:)`.
        """),
        ("limit", typeof(int?), "Maximum number of rows: 1 or more. Default: chosen by Cloudflare."),
    ];

    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member)
    {
        foreach (var (name, type, description) in Arguments)
        {
            descriptor.Argument(name, argument =>
            {
                argument.Type(type).Description(description);
                if (type.IsGenericType && Nullable.GetUnderlyingType(type) is null)
                {
                    Bound(argument);
                }
            });
        }
    }

    /// <summary>Bounds a list.</summary>
    static partial void Bound(IArgumentDescriptor argument);
}
