using Gateway.Caching;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;

namespace Gateway.Spectrum;

/// <summary>Answers requests for Spectrum analytics with a caller's own credential.</summary>
public sealed class SpectrumService
{
    private readonly ResponseCache<SpectrumBytimeRequest, SpectrumResponse> _cache;

    internal SpectrumService(ResponseCache<SpectrumBytimeRequest, SpectrumResponse> cache) => _cache = cache;

    internal ValueTask<Result<SpectrumBytime>> GetAsync(
        SpectrumBytimeRequest request, Credential credential, bool noCache, CancellationToken cancellationToken)
    {
        var answering = _cache.GetAsync(request, credential, noCache, cancellationToken);
        return answering.IsCompletedSuccessfully ? new(Answer(answering.Result)) : AnswerAsync(answering);
    }

    private static async ValueTask<Result<SpectrumBytime>> AnswerAsync(ValueTask<Result<Cached<SpectrumResponse>>> answering) =>
        Answer(await answering);

    private static Result<SpectrumBytime> Answer(Result<Cached<SpectrumResponse>> answer) => answer.IsSuccess(out var cached, out var failure)
        ? new SpectrumBytime(cached.Reply, cached.Freshness)
        : failure;
}
