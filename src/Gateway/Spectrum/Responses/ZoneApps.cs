using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>
/// Whose applications are loaded. The HTTP request, whose credential reads them, is part of the key because HotChocolate passes it to
/// resolvers only.
/// </summary>
internal readonly record struct ZoneAppsKey(string ZoneId, HttpContext Http);

/// <summary>The applications of a zone, as one request got them.</summary>
internal sealed class ZoneApps(Result<Cached<SpectrumAppsResponse>> answer)
{
    private Failure? _failure = answer.Failure;

    /// <summary>Why there are none, for the first who asks; null for everybody else.</summary>
    public Failure? TakeFailure() => Interlocked.Exchange(ref _failure, null);

    public SpectrumApp? Find(string id) => answer.Value?.Response.Find(id);
}
