using System.Globalization;
using FsCheck.Xunit;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.EndToEnd;

/// <summary>Generated requests to the whole gateway, over HTTP.</summary>
public sealed class MadeUpRequestsTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Prefix = "/client/v4/";
    private const string Query =
        "query($zone: ID!, $since: DateTime, $until: DateTime, $filters: String) { "
        + "spectrumBytime(zoneId: $zone, timeDelta: YEAR, since: $since, until: $until, filters: $filters) { rows } }";

    [Property(MaxTest = 25, StartSize = 40, EndSize = 40, QuietOnSuccess = true, Arbitrary = [typeof(MadeUp)])]
    public async Task What_is_well_formed_reaches_the_wire_once_and_nothing_else_does(MadeUpQuery[] queries)
    {
        app.Sandbox.Calls.Reset();
        await Task.WhenAll(queries.Select(query => app.AskAsync(
            Query, new { zone = query.Zone, since = query.Since.Text, until = query.Until.Text, filters = query.Filters })));

        app.Sandbox.Calls.Last.ShouldAllBe(call => call.Path.StartsWith(Prefix, StringComparison.Ordinal));
        var urls = app.Sandbox.Calls.Last.Select(call => $"{call.Path[Prefix.Length..]}?{call.Query}").ToArray();
        urls.ShouldAllBe(url => MadeUp.IsWellFormed(url));
        var wanted = queries
            .Where(query => MadeUp.IsZone(query.Zone)
                && query.Since.IsDate && query.Until.IsDate && !(query.Since.Instant >= query.Until.Instant)
                && (query.Filters is null || MadeUp.IsFilter(query.Filters)))
            .Select(query => Wire(query.Zone, query.Since.Instant ?? query.Until.Instant?.AddHours(-6), query.Until.Instant, query.Filters));
        urls.ShouldBe(wanted, ignoreOrder: true);
    }

    private static string Wire(string zone, DateTimeOffset? since, DateTimeOffset? until, string? filters)
    {
        // How a filter is put into normal form is another test's; here it is what is sent of a filter, if one was given.
        var filter = filters is null ? "" : Requests.Create(Requests.Least with { Filters = filters }).CallAt(default).PathAndQuery.Split("&metrics=count")[1];
        return $"zones/{zone.ToLowerInvariant()}/spectrum/analytics/events/bytime?time_delta=year&metrics=count{filter}{Instant("since", since)}{Instant("until", until)}";

        static string Instant(string name, DateTimeOffset? instant) => instant is { } value
            ? $"&{name}={value.UtcDateTime.ToString("yyyy-MM-dd'T'HH'%3A'mm'%3A'ss'Z'", CultureInfo.InvariantCulture)}"
            : "";
    }
}
