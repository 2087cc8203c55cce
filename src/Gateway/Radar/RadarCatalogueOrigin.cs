using System.Collections.Immutable;
using System.Globalization;
using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Radar;

/// <summary>Connects the cache to an endpoint without series. All pages of a list are one answer.</summary>
internal sealed class RadarCatalogueOrigin<TData>(
    CtCatalogue<TData> catalogue, CloudflareClient cloudflare, IOptions<RadarOptions> options, TimeProvider time)
    : IOrigin<CtCatalogueRequest, CtCatalogueResponse<TData>>
    where TData : class
{
    // Authorities and logs change a few times a month.
    private static readonly Lifetime Hours = new(TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24));

    public CloudflareEndpoint Endpoint => catalogue.Endpoint;

    public bool IsShared { get; } = options.Value.Scope == CacheScope.Shared;

    public async Task<Result<CtCatalogueResponse<TData>>> FetchAsync(
        CtCatalogueRequest request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        (TData? all, ImmutableArray<CloudflareMessage> messages, var received, var count) = (null, [], DateTimeOffset.MaxValue, 0);
        for (var page = 1; ; page++)
        {
            var target = new RequestTarget(request.Path);
            if (catalogue.Pages is not null)
            {
                target.Add("limit", Text(CtPages<TData>.Size)).Add("offset", Text(count));
            }

            var result = await cloudflare.GetAsync(
                Endpoint,
                target.ToString(),
                caller,
                purpose,
                waited + time.GetElapsedTime(start),
                catalogue.Reader,
                cancellationToken);
            if (!result.IsSuccess(out var reply, out var failure))
            {
                return failure;
            }

            all = all is null ? reply.Result : catalogue.Pages!.Join(all, reply.Result);
            messages = [.. messages.Union(reply.Messages)];

            // The list is as old as its oldest page.
            received = reply.ReceivedAt < received ? reply.ReceivedAt : received;
            var items = catalogue.Pages?.CountOf(reply.Result) ?? 0;
            count += items;
            if (items < CtPages<TData>.Size || page == catalogue.Pages!.Most)
            {
                return Response(all, messages, received);
            }
        }
    }

    public Lifetime LifetimeOf(CtCatalogueRequest request, CtCatalogueResponse<TData> response) => Hours;

    // The response fragments, and the messages in them, stay with the caller's own response.
    public CtCatalogueResponse<TData> ForOthers(CtCatalogueResponse<TData> response) =>
        response.Messages.IsEmpty ? response : Response(response.Data, [], response.ReceivedAt);

    public byte[] Encode(CtCatalogueResponse<TData> response) => Payload.Write(response.Data, response.Messages, catalogue.Shape);

    public CtCatalogueResponse<TData> Decode(
        CtCatalogueRequest request, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        var (data, messages) = Payload.Read(payload, catalogue.Shape);
        return Response(data, messages, receivedAt);
    }

    private CtCatalogueResponse<TData> Response(TData data, ImmutableArray<CloudflareMessage> messages, DateTimeOffset receivedAt) =>
        new(data, messages, receivedAt, catalogue.SizeOf(data), new(() => Payload.Digest(Payload.Write(data, [], catalogue.Shape))));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
