using System.Text.Json;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// The query as an answer echoes it. Rows and columns go by its names, never by the order of the request; a list that is missing, empty or
/// of another kind is taken from the request. Nothing else depends on the echo: a member of another kind is null.
/// </summary>
internal sealed class Echo(SpectrumBytimeRequest request)
{
    private static readonly JsonMembers Members = new("dimensions", "metrics", "sort", "filters", "limit", "since", "until");

    private SpectrumSort?[] _sort = [.. request.Sort];
    private string? _filters;
    private int? _limit;
    private DateTimeOffset? _since;
    private DateTimeOffset? _until;

    /// <summary>What the values of each row's dimensions are; null for a name that is not known.</summary>
    public SpectrumDimension?[] Dimensions { get; private set; } = [.. request.Dimensions];

    /// <summary>What the columns of each row are; null for a name that is not known.</summary>
    public SpectrumMetric?[] Metrics { get; private set; } = [.. request.Metrics];

    public SpectrumQuery Query => new()
    {
        Dimensions = Known(Dimensions),
        Metrics = Known(Metrics),
        Filters = _filters,
        Limit = _limit,
        Since = _since,
        Until = _until,
        Sort = Known(_sort),
    };

    public void Read(ref JsonReader json)
    {
        if (!json.Enter(JsonTokenType.StartObject))
        {
            return;
        }

        var seen = 0u;
        while (json.NextMember(Members, ref seen) is { } name)
        {
            switch (name)
            {
                case "dimensions":
                    Dimensions = Names(ref json, WireNames<SpectrumDimension>.Find, Dimensions);
                    break;
                case "metrics":
                    Metrics = Names(ref json, WireNames<SpectrumMetric>.Find, Metrics);
                    break;
                case "sort":
                    _sort = Names(ref json, SpectrumSort.Find, _sort);
                    break;
                case "filters":
                    _filters = json.Text();
                    break;
                case "limit":
                    _limit = json.Integer() is >= 0 and var limit ? limit : null;
                    break;
                case "since":
                    _since = json.Instant();
                    break;
                case "until":
                    _until = json.Instant();
                    break;
            }
        }
    }

    private static T?[] Names<T>(ref JsonReader json, Func<string?, T?> parse, T?[] requested)
        where T : struct
    {
        var names = new List<T?>();
        if (json.Enter(JsonTokenType.StartArray))
        {
            while (json.NextItem())
            {
                names.Add(parse(json.Text()));
            }
        }

        return names.Count > 0 ? [.. names] : requested;
    }

    private static T[] Known<T>(T?[] names)
        where T : struct
        => [.. names.OfType<T>()];
}
