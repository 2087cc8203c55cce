using Gateway.Sandbox.Data;

namespace Gateway.Sandbox.Spectrum;

/// <summary>The events of one zone with the same dimensions. All responses are sums of cells.</summary>
internal sealed class EventCell
{
    private readonly string[] _values;
    private readonly CumulativeCount _count;
    private readonly CumulativeSize _ingress;
    private readonly CumulativeSize _egress;
    private readonly CumulativeSize _microseconds;

    public EventCell(ulong seed, EventKind kind, string appId, string colo, string ipVersion)
    {
        _values = [kind.Name, appId, colo, ipVersion];
        foreach (var value in _values)
            seed = Hash.Of(seed, value);
        _count = new(seed, kind.PerMinute * (0.2 + Hash.Unit(seed, 0)));
        _ingress = new(seed + 1, kind.Ingress);
        _egress = new(seed + 2, kind.Egress);
        _microseconds = new(seed + 3, kind.Milliseconds * 1000);
    }

    public string this[string dimension] => _values[Array.IndexOf(Terms.Dimensions, dimension)];

    public EventTotals Before(long minute)
    {
        var events = _count.Before(minute);
        return new(events, _ingress.Of(events), _egress.Of(events), _microseconds.Of(events));
    }
}

/// <summary>A kind of event with its rate in one cell and its mean sizes.</summary>
internal sealed record EventKind(string Name, double PerMinute, double Ingress, double Egress, double Milliseconds)
{
    public static EventKind[] All { get; } =
    [
        new("connect", 0.60, 0, 0, 40),
        new("progress", 1.20, 12_000, 96_000, 30_000),
        new("disconnect", 0.58, 4_000, 31_000, 95_000),
        new("originError", 0.02, 0, 0, 5_000),
        new("clientFiltered", 0.01, 0, 0, 2),
    ];
}
