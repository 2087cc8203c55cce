using System.Text.Json;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Tests.Upstream.Json;

namespace Gateway.Tests.Spectrum.Wire;

public sealed class CurrentReaderTests
{
    private const string App = """{ "appID": "a", "bytesEgress": 1, "bytesIngress": 2, "connections": 3, "durationAvg": 4.5 }""";

    [Fact]
    public void Applications_are_read_and_stored()
    {
        var apps = Read($"[{App}, {App.Replace("3", "\"3\"", StringComparison.Ordinal)}]");
        var expected = new SpectrumCurrentApp { ZoneId = "z", AppId = "a", BytesEgress = 1, BytesIngress = 2, Connections = 3, DurationAvg = 4.5 };
        apps.ShouldBe([expected, expected]);
        var stored = SpectrumCurrentPayload.Read(SpectrumCurrentPayload.Write(new(apps, [], DateTimeOffset.UnixEpoch)), "z", DateTimeOffset.UnixEpoch);
        stored.Apps.ShouldBe(apps);
        Read("[]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("appID")]
    [InlineData("bytesEgress")]
    [InlineData("bytesIngress")]
    [InlineData("connections")]
    [InlineData("durationAvg")]
    public void Every_member_is_required(string member) =>
        Should.Throw<JsonException>(() => Read($"[{App.Replace(member, "other", StringComparison.Ordinal)}]"));

    private static SpectrumCurrentApp[] Read(string result) => Reading.Read(new SpectrumCurrentReader("z"), result, int.MaxValue);
}
