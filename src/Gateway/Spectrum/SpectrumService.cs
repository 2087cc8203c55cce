using Gateway.Caching;
using Gateway.Cloudflare;
using Gateway.Spectrum.Wire;

namespace Gateway.Spectrum;

/// <summary>Answers requests for Spectrum analytics with a caller's own credential.</summary>
public sealed class SpectrumService
{
    private readonly CloudflareClient _cloudflare;
    private readonly TimeProvider _time;

    internal SpectrumService(CloudflareClient cloudflare, TimeProvider time) => (_cloudflare, _time) = (cloudflare, time);

    internal async Task<Result<SpectrumBytime>> GetAsync(
        SpectrumBytimeRequest request, Credential credential, CancellationToken cancellationToken)
    {
        var fetched = await FetchAsync(request, credential, cancellationToken);
        return fetched.IsSuccess(out var reply, out var failure) ? Answer(reply, _time.GetUtcNow()) : failure;
    }

    /// <summary>What a request gets out of a reply that may be older than it, and that it may share with others.</summary>
    internal static SpectrumBytime Answer(SpectrumReply reply, DateTimeOffset now)
    {
        var age = Math.Max(0, (now - reply.ReceivedAt).TotalSeconds);
        return new SpectrumBytime(reply.Data, reply.Messages, new Freshness(CacheStatus.Miss, reply.ReceivedAt, age, reply.ReceivedAt));
    }

    /// <summary>Asks Cloudflare. The reply depends on nothing but the request, the credential and the moment.</summary>
    private async Task<Result<SpectrumReply>> FetchAsync(
        SpectrumBytimeRequest request, Credential credential, CancellationToken cancellationToken)
    {
        var result = await _cloudflare.GetAsync(
            CloudflareEndpoint.Spectrum, request.PathAndQuery, credential, BytimeJson.Default.BytimeResult, cancellationToken);
        return result.IsSuccess(out var reply, out var failure)
            ? new SpectrumReply(BytimeReader.Read(reply.Result, request), reply.Messages, reply.ReceivedAt)
            : failure;
    }
}
