using Gateway.Spectrum;

namespace Gateway.Tests.Spectrum;

public sealed class MadeUpRequestsTests
{
    [Fact]
    public void Of_a_hundred_thousand_made_up_requests_the_well_formed_ones_are_written_and_no_others()
    {
        var madeUp = new MadeUp(seed: 20260101);
        var refusals = new Dictionary<string, int>();
        var written = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var arguments = new SpectrumBytimeArguments(madeUp.Zone(), madeUp.TimeDelta())
            {
                Since = madeUp.Instant(),
                Until = madeUp.Instant(),
                Filters = madeUp.Filter(),
            };
            var wanted = !MadeUp.IsZone(arguments.ZoneId) ? "zoneId"
                : arguments.Since >= arguments.Until ? "since"
                : arguments.Filters is { } filter && !MadeUp.IsFilter(filter) ? "filters"
                : null;
            var isWritten = SpectrumBytimeRequest.Create(arguments).IsSuccess(out var request, out var failure);
            if (failure?.Argument != wanted)
            {
                Assert.Fail($"Request {i} is refused for {failure?.Argument ?? "nothing"}, and should be for {wanted ?? "nothing"}: {arguments}");
            }

            if (!isWritten)
            {
                refusals[wanted!] = refusals.GetValueOrDefault(wanted!) + 1;
                continue;
            }

            // Nothing is encoded again, decoded or resolved on its way out.
            written++;
            var url = request!.PathAndQuery;
            if (!MadeUp.IsWellFormed(url) || new Uri($"https://localhost/client/v4/{url}").AbsoluteUri != $"https://localhost/client/v4/{url}")
            {
                Assert.Fail($"Request {i} is written as {url}");
            }
        }

        written.ShouldBeGreaterThan(20_000);
        foreach (var argument in new[] { "zoneId", "since", "filters" })
        {
            refusals[argument].ShouldBeGreaterThan(5_000);
        }
    }
}
