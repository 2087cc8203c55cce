using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gateway.Spectrum.Requests;

namespace Gateway.Tests.Spectrum;

public sealed class MadeUpRequestsTests
{
    [Property(MaxTest = 20_000, QuietOnSuccess = true)]
    public Property A_request_that_is_well_formed_is_written_and_no_other() => Prop.ForAll(MadeUp.Arguments(), arguments =>
    {
        var isWritten = SpectrumBytimeRequest.Create(arguments).IsSuccess(out var request, out var failure);
        failure?.Argument.ShouldBe(Wrong(arguments));
        isWritten.ShouldBe(Wrong(arguments) is null);
        if (isWritten)
        {
            // Nothing is encoded again, decoded or resolved on its way out.
            var url = request!.CallAt(default).PathAndQuery;
            MadeUp.IsWellFormed(url).ShouldBeTrue(url);
            new Uri($"https://localhost/client/v4/{url}").AbsoluteUri.ShouldBe($"https://localhost/client/v4/{url}");
        }
    });

    [Fact]
    public void Enough_of_what_is_made_up_is_well_formed_or_wrong_in_each_way()
    {
        var counts = MadeUp.Arguments().Generator.Sample(1_000).CountBy(arguments => Wrong(arguments) ?? "nothing").ToDictionary();
        counts.Keys.ShouldBe(["nothing", "zoneId", "since", "filters"], ignoreOrder: true);
        counts.Values.ShouldAllBe(count => count > 40);
    }

    private static string? Wrong(SpectrumEventsArguments arguments) => !MadeUp.IsZone(arguments.ZoneId) ? "zoneId"
        : arguments.Since >= arguments.Until ? "since"
        : arguments.Filters is { } filter && !MadeUp.IsFilter(filter) ? "filters"
        : null;
}
