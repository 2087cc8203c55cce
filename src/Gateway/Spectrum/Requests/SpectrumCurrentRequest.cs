using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>A valid request to Cloudflare's <c>current</c> endpoint in normal form.</summary>
internal sealed class SpectrumCurrentRequest : ICacheableRequest
{
    /// <summary>The maximum number of applications. Repeated ones count.</summary>
    public const int MaxApps = 100;

    private const int MaxColoName = 3;

    private SpectrumCurrentRequest(string zoneId, ImmutableArray<string> appIds, string? coloName)
    {
        ZoneId = zoneId.ToLowerInvariant();
        PathAndQuery = new RequestTarget($"zones/{ZoneId}/spectrum/analytics/aggregate/current")
            .Add("appID", string.Join(',', appIds))
            .Add("colo_name", coloName)
            .ToString().Replace("%2C", ",", StringComparison.Ordinal);
        Key = KeyWriter.OfRequest(PathAndQuery);
    }

    /// <summary>The zone's id: 32 lower-case hex digits.</summary>
    public string ZoneId { get; }

    /// <summary>The percent-encoded path and query relative to the base address, without a leading slash.</summary>
    public string PathAndQuery { get; }

    public CacheKey Key { get; }

    string ICacheableRequest.Zone => ZoneId;

    /// <inheritdoc cref="SpectrumBytimeRequest.Of(IResolverContext)"/>
    public static Result<SpectrumCurrentRequest> Of(IResolverContext context) => context.GetMemo<SpectrumCurrentRequest>() is { } known
        ? known
        : context.SetMemo(Of(context, context.ArgumentValue<string>("zoneId")));

    /// <inheritdoc cref="SpectrumBytimeRequest.Of(IResolverContext, string)"/>
    public static Result<SpectrumCurrentRequest> Of(IResolverContext context, string zoneId) => Create(
        zoneId, context.ArgumentValue<IReadOnlyList<string>?>("appIds") ?? [], context.ArgumentValue<string?>("coloName"));

    public static Result<SpectrumCurrentRequest> Create(string zoneId, IReadOnlyList<string> appIds, string? coloName)
    {
        if (Requests.ZoneId.FaultOf(zoneId) is { } wrong)
        {
            return Failure.BadInput("zoneId", wrong);
        }

        // Ids of applications have the form of those of zones.
        if (!appIds.All(Requests.ZoneId.IsValid))
        {
            return Failure.BadInput("appIds", "Each of `appIds` has to be 32 hex digits, such as ea95132c15732412d22c1476fa83f27a.");
        }

        if (coloName is not null && !(coloName.Length is > 0 and <= MaxColoName && coloName.All(char.IsAsciiLetter)))
        {
            return Failure.BadInput("coloName", "`coloName` has to be an airport code of at most 3 letters, such as SFO.");
        }

        return new SpectrumCurrentRequest(
            zoneId,
            [.. new SortedSet<string>(appIds.Select(id => id.ToLowerInvariant()), StringComparer.Ordinal)],
            coloName?.ToUpperInvariant());
    }
}
