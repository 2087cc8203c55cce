using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>
/// A valid request to Cloudflare's <c>summary</c> endpoint in normal form. Cloudflare gets no interval: it only tells where a window
/// begins, so fixed dates are the same request with any.
/// </summary>
internal sealed class SpectrumSummaryRequest : SpectrumEventsRequest
{
    private SpectrumSummaryRequest(Inputs inputs)
        : base(inputs, "summary", hasIntervals: false)
    {
    }

    /// <inheritdoc cref="SpectrumBytimeRequest.Of(IResolverContext)"/>
    public static Result<SpectrumSummaryRequest> Of(IResolverContext context) => context.GetMemo<SpectrumSummaryRequest>() is { } known
        ? known
        : context.SetMemo(Create(SpectrumEventsArguments.Of(context)));

    /// <summary>Makes the request of a field of a zone.</summary>
    public static Result<SpectrumSummaryRequest> Of(IResolverContext context, string zoneId) =>
        Create(SpectrumEventsArguments.Of(context, zoneId));

    public static Result<SpectrumSummaryRequest> Create(SpectrumEventsArguments arguments) =>
        Check(arguments.Window is null ? arguments with { TimeDelta = SpectrumTimeDelta.Hour } : arguments)
            .IsSuccess(out var inputs, out var failure)
            ? new SpectrumSummaryRequest(inputs)
            : failure;
}
