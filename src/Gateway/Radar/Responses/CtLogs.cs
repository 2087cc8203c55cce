using Gateway.Caching;

namespace Gateway.Radar.Responses;

/// <summary>The Certificate Transparency logs. The data has the licence of `ctTimeseries`.</summary>
public sealed class CtLogs : CtCatalogueAnswer
{
    private readonly CtCatalogueResponse<CtList<CtLog>> _response;

    internal CtLogs(CtCatalogueResponse<CtList<CtLog>> response, Freshness freshness)
        : base(response, response.Messages, freshness) =>
        _response = response;

    /// <summary>
    /// The logs in pages, in Cloudflare's order unless `order` is given. `where` and `order` work on all that the gateway has read, before
    /// they are divided into pages, and no page takes a call of its own. A cursor is a place in one answer: keep `where` and
    /// `order` while you turn pages. If the logs changed since, the error `HC0078` says so: begin again with the first page.
    /// </summary>
    [UsePaging(ConnectionName = "CtLogs", IncludeTotalCount = true)]
    [UseFiltering]
    [UseSorting]
    public IReadOnlyList<CtLog> Logs => AnswerVersion.Of(_response.Data.Items, _response);
}
