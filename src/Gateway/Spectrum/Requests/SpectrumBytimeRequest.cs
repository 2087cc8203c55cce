using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>A valid request to Cloudflare's <c>bytime</c> endpoint in normal form.</summary>
internal sealed class SpectrumBytimeRequest : SpectrumEventsRequest
{
    private SpectrumBytimeRequest(Inputs inputs)
        : base(inputs, "bytime", hasIntervals: true)
    {
    }

    /// <summary>Gets the request of a field's arguments and selections, which is derived once for a prepared operation.</summary>
    public static Result<SpectrumBytimeRequest> Of(IResolverContext context) => context.GetMemo<SpectrumBytimeRequest>() is { } known
        ? known
        : context.SetMemo(Create(SpectrumEventsArguments.Of(context)));

    /// <summary>Makes the request of a field of a zone.</summary>
    public static Result<SpectrumBytimeRequest> Of(IResolverContext context, string zoneId) =>
        Create(SpectrumEventsArguments.Of(context, zoneId));

    public static Result<SpectrumBytimeRequest> Create(SpectrumEventsArguments arguments) =>
        Check(arguments).IsSuccess(out var inputs, out var failure) ? new SpectrumBytimeRequest(inputs) : failure;
}
