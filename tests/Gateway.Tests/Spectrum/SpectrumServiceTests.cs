using Gateway.Caching;
using Gateway.Cloudflare;
using Gateway.Spectrum;
using Gateway.Tests.Spectrum.Wire;

namespace Gateway.Tests.Spectrum;

public sealed class SpectrumServiceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly SpectrumReply Reply = new(
        Answers.Read("""{ "rows": 0, "data_lag": 3 }"""), [new CloudflareMessage(1000, "A word", null, null)], Noon);

    [Fact]
    public void An_answer_from_Cloudflare_tells_when_it_was_read_and_how_old_it_is() =>
        SpectrumService.Answer(Reply, Noon.AddMilliseconds(250)).Freshness.ShouldBe(new Freshness(CacheStatus.Miss, Noon, 0.25, Noon));

    [Fact]
    public void An_answer_is_never_younger_than_nothing() =>
        SpectrumService.Answer(Reply, Noon.AddSeconds(-1)).Freshness.AgeSeconds.ShouldBe(0);

    [Fact]
    public void What_Cloudflare_said_beside_the_data_is_passed_on() =>
        SpectrumService.Answer(Reply, Noon).Messages.ShouldHaveSingleItem().Message.ShouldBe("A word");

    [Fact]
    public void Requests_share_the_data() =>
        SpectrumService.Answer(Reply, Noon).Query.ShouldBeSameAs(SpectrumService.Answer(Reply, Noon).Query);
}
