using Gateway.Caching;

namespace Gateway.Radar.Responses;

/// <summary>The certificate authorities. The data has the licence of `ctTimeseries`.</summary>
public sealed class CtAuthorities : CtCatalogueAnswer
{
    private readonly CtCatalogueResponse<CtList<CtAuthority>> _response;

    internal CtAuthorities(CtCatalogueResponse<CtList<CtAuthority>> response, Freshness freshness)
        : base(response, response.Messages, freshness) =>
        _response = response;

    /// <summary>
    /// The certificate authorities in pages, in Cloudflare's order unless `order` is given. `where` and `order` work on all that the
    /// gateway has read, before they are divided into pages, and no page takes a call of its own. A cursor is a place in one answer: keep
    /// `where` and `order` while you turn pages. If the authorities changed since, the error `HC0078` says so: begin again with the first
    /// page.
    /// </summary>
    [UsePaging(ConnectionName = "CtAuthorities", IncludeTotalCount = true)]
    [UseFiltering]
    [UseSorting]
    public IReadOnlyList<CtAuthority> Authorities => AnswerVersion.Of(_response.Data.Items, _response);
}
