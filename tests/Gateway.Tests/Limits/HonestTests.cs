using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Limits;

/// <summary>Realistic queries are accepted with Production's settings.</summary>
public sealed class HonestTests(ProductionApp app) : IClassFixture<ProductionApp>
{
    private const string Fragments = """
        fragment Panel on SpectrumBytime {
          rows dataLag
          timeIntervals { start end }
          data {
            dimensions { event eventName appId coloName ipVersion }
            points { start end count bytesIngress bytesEgress durationAvg }
            ingress: values(metric: BYTES_INGRESS)
            egress: values(metric: BYTES_EGRESS)
          }
          totals { ...Metrics } min { ...Metrics } max { ...Metrics }
          freshness { status }
          messages { code message }
        }
        fragment Metrics on SpectrumMetrics { count bytesIngress bytesEgress }
        fragment Chart on CtTimeseries {
          meta { aggInterval lastUpdated normalization units { name value } confidenceInfo { level annotations { description startDate endDate } } }
          series { name points { timestamp value } timestamps values }
          freshness { status }
        }
        """;

    [Fact]
    public async Task A_dashboard_of_ten_panels_with_fragments()
    {
        var calls = app.Calls;
        var answer = await app.PostAsync($$"""
            query Dashboard($zone: ID!, $since: DateTime, $withMessages: Boolean = true) {
              {{Repeat(6, i => $"spectrum{i}: spectrumBytime(zoneId: $zone, timeDelta: HOUR, since: $since, dimensions: [COLO_NAME], limit: {i + 1}) {{ ...Panel messages @include(if: $withMessages) {{ pointer }} }}")}}
              {{Repeat(4, i => $"certificates{i}: ctTimeseries(aggInterval: ONE_HOUR, series: [{{ name: \"now\", dateRange: \"{i + 1}d\" }}, {{ name: \"before\", dateRange: \"{i + 1}dcontrol\" }}]) {{ ...Chart }}")}}
            }
            {{Fragments}}
            """, $$"""{"zone":"{{GatewayApp.Zone}}"}""");
        answer.Status.ShouldBe(200, answer.Text);
        answer.Json.Data().AsObject().Count.ShouldBe(10);
        (app.Calls - calls).ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task A_dashboard_of_ten_panels_without_fragments()
    {
        const string Panel = """
            rows timeIntervals { start end } totals { count bytesIngress bytesEgress durationAvg durationMedian }
            data { dimensions { coloName event } in: values(metric: BYTES_INGRESS) out: values(metric: BYTES_EGRESS)
            n: values(metric: COUNT) points { start end count bytesIngress bytesEgress durationAvg } } freshness { status } messages { message }
            """;
        var panels = Repeat(10, i => $"panel{i}: spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, dimensions: [COLO_NAME, EVENT], filters: \"coloName==SFO\", limit: {i + 1}) {{ {Panel} }}");
        var answer = await app.PostAsync($"{{ {panels} }}");
        answer.Status.ShouldBe(200, answer.Text);
        answer.Json.Data().AsObject().Count.ShouldBe(10);
    }

    private static string Repeat(int count, Func<int, string> part) => string.Join('\n', Enumerable.Range(0, count).Select(part));
}
