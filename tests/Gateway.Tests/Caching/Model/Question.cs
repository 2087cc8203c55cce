using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Upstream;

namespace Gateway.Tests.Caching.Model;

/// <summary>
/// The requests of histories: to two zones, whose answers belong to one credential, and to an endpoint with shared answers.
/// </summary>
/// <remarks>
/// Freshness lifetimes vary at random by a tenth, and a refresh may begin in their last fifth. They are chosen so that no history depends
/// on the random part; see <see cref="Histories"/> for how time passes.
/// </remarks>
internal sealed class Question : ICacheableRequest
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>Fresh for longer than any history.</summary>
    private static readonly Lifetime Settled = new(TimeSpan.FromDays(10), TimeSpan.Zero, Grace);

    /// <summary>Always fresh for 700 s, and never after 1,100 s.</summary>
    private static readonly Lifetime Timed = new(TimeSpan.FromSeconds(1000), TimeSpan.Zero, Grace);

    /// <summary>Never fresh, but updated in the background for half a minute.</summary>
    private static readonly Lifetime Current = new(TimeSpan.Zero, TimeSpan.FromSeconds(30), Grace);

    public static readonly ImmutableArray<Question> All =
    [
        new(0, SpectrumApi.Bytime, "a", Settled),
        new(1, SpectrumApi.Bytime, "a", Settled),
        new(2, SpectrumApi.Bytime, "a", Settled),
        new(3, SpectrumApi.Bytime, "a", Timed),
        new(4, SpectrumApi.Bytime, "a", Current),
        new(5, SpectrumApi.Bytime, "b", Settled),
        new(6, RadarApi.CtTimeseries, null, Settled),
        new(7, RadarApi.CtTimeseries, null, Timed),
        new(8, RadarApi.CtTimeseries, null, Current),
    ];

    private Question(int number, CloudflareEndpoint endpoint, string? zone, Lifetime lifetime)
    {
        Number = number;
        Endpoint = endpoint;
        Zone = zone;
        Lifetime = lifetime;
        Key = new CacheKey(0, (UInt128)(number + 1));
    }

    public int Number { get; }

    public CloudflareEndpoint Endpoint { get; }

    public string? Zone { get; }

    public Lifetime Lifetime { get; }

    public CacheKey Key { get; }

    public bool IsShared => Zone is null;

    /// <summary>The model's key of the lease for the endpoint and zone.</summary>
    public string Scope => Zone ?? Endpoint.Name;

    public override string ToString() => $"q{Number}";
}
