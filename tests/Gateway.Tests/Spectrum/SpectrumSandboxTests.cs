using Gateway.Sandbox;
using Gateway.Spectrum.Filters;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Tests.Caching;
using Gateway.Tests.Upstream;
using Gateway.Upstream;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Spectrum;

/// <summary>The Spectrum feature over real HTTP, with the sandbox instead of Cloudflare.</summary>
public sealed class SpectrumSandboxTests
{
    private static readonly DateTimeOffset Until = new(2026, 1, 1, 3, 0, 0, TimeSpan.Zero);

    private static readonly SpectrumEventsArguments Everything = new(Requests.Zone, SpectrumTimeDelta.Hour)
    {
        Since = Until.AddHours(-3),
        Until = Until,
        Dimensions = Enum.GetValues<SpectrumDimension>(),
        Metrics = Enum.GetValues<SpectrumMetric>(),
        Sort = [Sorts.CountDesc, Sorts.EventAsc],
        Limit = 10_000,
    };

    [Fact]
    public async Task An_answer_with_everything_is_read()
    {
        var answer = (await AskAsync(Everything)).ShouldSucceed();
        answer.TimeIntervals.Count.ShouldBe(3);
        answer.Rows.ShouldBe(answer.Data.Count);
        answer.Data.ShouldAllBe(row => row.Points.Count == 3);
        answer.Data.Sum(row => row.Points.Sum(point => point.Count)).ShouldBe(answer.Totals.Count);
        answer.Query.Dimensions.ShouldBe(Everything.Dimensions, ignoreOrder: true);
        answer.Query.Metrics.ShouldBe(Everything.Metrics, ignoreOrder: true);
        answer.Query.Sort.ShouldBe(Everything.Sort);
        (answer.Query.Since, answer.Query.Until, answer.Query.Limit).ShouldBe((Everything.Since, Everything.Until, 10_000));
    }

    [Fact]
    public async Task Both_forms_of_a_filter_select_the_same()
    {
        var where = new SpectrumWhereInput
        {
            Event = new() { In = [SpectrumEvent.Connect, SpectrumEvent.Disconnect] },
            IpVersion = new() { Gte = 6 },
        };
        var typed = (await AskAsync(Everything with { Where = where })).ShouldSucceed();
        var text = (await AskAsync(Everything with { Filters = "ipVersion>=6;event==connect,ipVersion>=6 AND event==disconnect" })).ShouldSucceed();
        typed.Data.ShouldNotBeEmpty();
        typed.Data.ShouldAllBe(row => row.Dimensions.IpVersion == 6
            && (row.Dimensions.Event == SpectrumEvent.Connect || row.Dimensions.Event == SpectrumEvent.Disconnect));
        text.Totals.Count.ShouldBe(typed.Totals.Count);
        typed.Query.Filters.ShouldBe("event==connect AND ipVersion>=6 OR event==disconnect AND ipVersion>=6");
    }

    [Fact]
    public async Task Every_interval_is_accepted()
    {
        foreach (var timeDelta in Enum.GetValues<SpectrumTimeDelta>())
        {
            var arguments = new SpectrumEventsArguments(Requests.Zone, timeDelta) { Until = Until, Metrics = [SpectrumMetric.Count] };
            (await AskAsync(arguments)).ShouldSucceed().TimeIntervals.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task A_refusal_goes_on_as_a_value() =>
        (await AskAsync(Requests.Least, SandboxCredentials.Forbidden)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.Forbidden);

    private static async Task<Result<SpectrumBytime>> AskAsync(
        SpectrumEventsArguments arguments, string token = SandboxCredentials.Everything)
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        await using var replica = new Replica(sandbox.BaseUrl, new FakeTimeProvider(TestClient.Now));
        return await replica.SpectrumAsync(token, arguments);
    }
}
