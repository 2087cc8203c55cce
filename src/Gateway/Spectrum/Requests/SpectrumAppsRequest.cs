using System.Globalization;
using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>A valid request for all Spectrum applications of a zone, in normal form. It takes a call for each page.</summary>
internal sealed class SpectrumAppsRequest : ICacheableRequest
{
    /// <summary>The applications of a page, which is the most that Cloudflare allows.</summary>
    public const int PageSize = 100;

    /// <summary>The maximum number of pages that are read.</summary>
    public const int MaxPages = 10;

    private SpectrumAppsRequest(string zoneId)
    {
        ZoneId = zoneId.ToLowerInvariant();
        Key = KeyOf(page: 1);
    }

    /// <summary>The zone's id: 32 lower-case hex digits.</summary>
    public string ZoneId { get; }

    public CacheKey Key { get; }

    string ICacheableRequest.Zone => ZoneId;

    /// <inheritdoc cref="SpectrumBytimeRequest.Of(IResolverContext)"/>
    public static Result<SpectrumAppsRequest> Of(IResolverContext context) => context.GetMemo<SpectrumAppsRequest>() is { } known
        ? known
        : context.SetMemo(Of(context, context.ArgumentValue<string>("zoneId")));

    /// <inheritdoc cref="SpectrumBytimeRequest.Of(IResolverContext, string)"/>
    public static Result<SpectrumAppsRequest> Of(IResolverContext context, string zoneId) => Create(zoneId);

    public static Result<SpectrumAppsRequest> Create(string zoneId) =>
        Requests.ZoneId.FaultOf(zoneId) is { } wrong ? Failure.BadInput("zoneId", wrong) : new SpectrumAppsRequest(zoneId);

    /// <summary>
    /// The percent-encoded path and query of a page, counted from 1. New applications come last, so that they move none from one page to
    /// another between two calls.
    /// </summary>
    public string PathAndQuery(int page) => new RequestTarget($"zones/{ZoneId}/spectrum/apps")
        .Add("page", page.ToString(CultureInfo.InvariantCulture))
        .Add("per_page", PageSize.ToString(CultureInfo.InvariantCulture))
        .Add("direction", "asc")
        .Add("order", "created_on")
        .ToString();

    /// <summary>A key for each call that the request may take, for the call budget. How many it takes is not known before.</summary>
    public IEnumerable<CacheKey> CallKeys => Enumerable.Range(1, MaxPages).Select(KeyOf);

    private CacheKey KeyOf(int page) => KeyWriter.OfRequest(PathAndQuery(page));
}
