using Gateway.Caching;
using Gateway.Radar.Inputs;

namespace Gateway.Radar.Requests;

/// <summary>
/// A query in normal form, for one call. Equivalent queries have the same <see cref="PathAndQuery"/>, and so the same <see cref="Key"/>,
/// independent of the form of the arguments and the names of the series.
/// </summary>
internal sealed partial class CtSeriesQuery : ICacheableRequest
{
    /// <param name="question">What is asked of each series.</param>
    /// <param name="series">
    /// The series of a valid request, with the same filters and dates of the same form and length. They must not be changed afterwards.
    /// </param>
    public CtSeriesQuery(CtQuestion question, IReadOnlyList<CtSeriesInput> series)
    {
        Question = question;
        Series = series;
        PathAndQuery = Write(question, series);
        Key = KeyWriter.OfRequest(PathAndQuery);
    }

    public CtQuestion Question { get; }

    public IReadOnlyList<CtSeriesInput> Series { get; }

    /// <summary>The path and query relative to the base address. Inputs have a fixed order and notation.</summary>
    public string PathAndQuery { get; }

    public CacheKey Key { get; }

    string? ICacheableRequest.Zone => null;
}
