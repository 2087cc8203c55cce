using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Upstream;

namespace Gateway.Radar;

/// <summary>Answers requests for Radar's data.</summary>
public sealed class RadarService
{
    private readonly ResponseCache<CtTimeseriesQuery, CtResponse> _cache;

    internal RadarService(ResponseCache<CtTimeseriesQuery, CtResponse> cache) => _cache = cache;

    // All that decides the answer is in the query; what the series are called belongs to the request alone.
    internal ValueTask<Result<CtTimeseries>> GetTimeseriesAsync(
        CtTimeseriesRequest request, Credential credential, bool noCache, CancellationToken cancellationToken)
    {
        var answering = _cache.GetAsync(request.Query, credential, noCache, cancellationToken);
        return answering.IsCompletedSuccessfully ? new(Answer(request, answering.Result)) : AnswerAsync(request, answering);
    }

    private static async ValueTask<Result<CtTimeseries>> AnswerAsync(CtTimeseriesRequest request, ValueTask<Result<Cached<CtResponse>>> answering) =>
        Answer(request, await answering);

    private static Result<CtTimeseries> Answer(CtTimeseriesRequest request, Result<Cached<CtResponse>> answer) =>
        answer.IsSuccess(out var cached, out var failure)
            ? new CtTimeseries(cached.Reply, request.Labels, cached.Freshness)
            : failure;
}
