using System.Globalization;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.EndToEnd;

/// <summary>Made-up requests over HTTP, through the whole gateway.</summary>
public sealed class MadeUpRequestsTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Prefix = "/client/v4/";
    private const string Query =
        "query($zone: ID!, $since: DateTime, $until: DateTime, $filters: String) { spectrumBytime(zoneId: $zone, timeDelta: YEAR, since: $since, until: $until, filters: $filters) { rows } }";

    [Fact]
    public async Task What_is_well_formed_reaches_the_wire_once_and_nothing_else_does()
    {
        var madeUp = new MadeUp(seed: 20260102);
        var sent = 0;
        for (var batch = 0; batch < 25; batch++)
        {
            app.Sandbox.Calls.Reset();
            var wanted = new List<string>();
            var asked = new List<Task>();
            for (var i = 0; i < 40; i++)
            {
                var (zone, since, until, filters) = (madeUp.Zone(), madeUp.Date(), madeUp.Date(), madeUp.Filter());
                if (since.IsDate && until.IsDate && !(since.Instant >= until.Instant)
                    && MadeUp.IsZone(zone) && (filters is null || MadeUp.IsFilter(filters)))
                {
                    wanted.Add(Wire(zone, since.Instant ?? until.Instant?.AddHours(-6), until.Instant, filters));
                }

                asked.Add(app.AskAsync(Query, new { zone, since = since.Text, until = until.Text, filters }));
            }

            await Task.WhenAll(asked);
            app.Sandbox.Calls.Last.ShouldAllBe(call => call.Path.StartsWith(Prefix, StringComparison.Ordinal));
            var urls = app.Sandbox.Calls.Last.Select(call => $"{call.Path[Prefix.Length..]}?{call.Query}").ToArray();
            urls.ShouldAllBe(url => MadeUp.IsWellFormed(url));
            urls.Except(wanted).ShouldBeEmpty("sent, and should not have been");
            wanted.Except(urls).ShouldBeEmpty("not sent, and should have been");
            urls.Length.ShouldBe(wanted.Count);
            sent += wanted.Count;
        }

        sent.ShouldBeGreaterThan(200);
    }

    private static string Wire(string zone, DateTimeOffset? since, DateTimeOffset? until, string? filters)
    {
        // How a filter is put into normal form is another test's; here it is what is sent of a filter, if one was given.
        var filter = filters is null ? "" : Requests.Create(Requests.Least with { Filters = filters }).PathAndQuery.Split("&metrics=count")[1];
        return $"zones/{zone}/spectrum/analytics/events/bytime?time_delta=year&metrics=count{filter}{Instant("since", since)}{Instant("until", until)}";

        static string Instant(string name, DateTimeOffset? instant) => instant is { } value
            ? $"&{name}={value.UtcDateTime.ToString("yyyy-MM-dd'T'HH'%3A'mm'%3A'ss'Z'", CultureInfo.InvariantCulture)}"
            : "";
    }
}
