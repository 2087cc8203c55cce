using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Upstream;
using Gateway.Upstream.Client;

namespace Gateway.Spectrum;

/// <summary>Connects the cache to Cloudflare's list of a zone's applications, page by page.</summary>
internal sealed class SpectrumAppsOrigin(CloudflareClient cloudflare, TimeProvider time)
    : IOrigin<SpectrumAppsRequest, SpectrumAppsResponse>
{
    // Names seldom change, and a name of yesterday is better than none.
    private static readonly Lifetime Settings = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(24));

    private static readonly SpectrumAppsReader Reader = new();

    public CloudflareEndpoint Endpoint => SpectrumApi.Apps;

    /// <inheritdoc cref="SpectrumOrigin{TRequest}.IsShared"/>
    public bool IsShared => false;

    /// <summary>
    /// Reads pages one after the other, until one is not full. All of them have to succeed within one deadline: a list with gaps would pass
    /// for whole.
    /// </summary>
    public async Task<Result<SpectrumAppsResponse>> FetchAsync(
        SpectrumAppsRequest request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        var (apps, ids) = (new List<SpectrumApp>(), new HashSet<string>(StringComparer.Ordinal));
        ImmutableArray<CloudflareMessage> messages = [];
        DateTimeOffset? receivedAt = null;
        for (var page = 1; page <= SpectrumAppsRequest.MaxPages; page++)
        {
            var result = await cloudflare.GetAsync(
                SpectrumApi.Apps,
                request.PathAndQuery(page),
                caller,
                purpose,
                waited + time.GetElapsedTime(startedAt),
                Reader,
                cancellationToken);
            if (!result.IsSuccess(out var reply, out var failure))
            {
                return failure;
            }

            receivedAt ??= reply.ReceivedAt;
            messages = messages.Union(reply.Messages).ToImmutableArray();

            // One that was removed between two calls moves the others up, and one on the page twice would never end.
            var isNew = apps.Count;
            apps.AddRange(reply.Result.Where(app => ids.Add(app.Id)));
            if (reply.Result.Length < SpectrumAppsRequest.PageSize || apps.Count == isNew)
            {
                return SpectrumAppsPayload.Response([.. apps], isTruncated: false, messages, receivedAt.Value);
            }
        }

        return SpectrumAppsPayload.Response([.. apps], isTruncated: true, messages, receivedAt!.Value);
    }

    public Lifetime LifetimeOf(SpectrumAppsRequest request, SpectrumAppsResponse response) => Settings;

    public byte[] Encode(SpectrumAppsResponse response) => SpectrumAppsPayload.Write(response);

    public SpectrumAppsResponse Decode(
        SpectrumAppsRequest request, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt) =>
        SpectrumAppsPayload.Read(payload, receivedAt);
}
