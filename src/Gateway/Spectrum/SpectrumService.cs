using Gateway.Caching;
using Gateway.Cloudflare;

namespace Gateway.Spectrum;

/// <summary>Answers requests for Spectrum analytics with a caller's own credential.</summary>
public sealed class SpectrumService
{
    private readonly ReplyCache<SpectrumBytimeRequest, SpectrumReply> _cache;

    internal SpectrumService(ReplyCache<SpectrumBytimeRequest, SpectrumReply> cache) => _cache = cache;

    internal async ValueTask<Result<SpectrumBytime>> GetAsync(
        SpectrumBytimeRequest request, Credential credential, bool noCache, CancellationToken cancellationToken)
    {
        var result = await _cache.GetAsync(request, credential, noCache, cancellationToken);
        return result.IsSuccess(out var cached, out var failure)
            ? new SpectrumBytime(cached.Reply, cached.Freshness)
            : failure;
    }
}
