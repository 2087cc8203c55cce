namespace Benchmarks;

/// <summary>The queries whose parts are measured.</summary>
internal static class Documents
{
    /// <summary>The query of the load's large case: 3 series × 96 points.</summary>
    public const string Volume = """
        query Volume($series: [CtSeriesInput!]) {
          ctTimeseries(aggInterval: FIFTEEN_MINUTES, series: $series) {
            meta { aggInterval units { name value } }
            series {
              name
              points { timestamp certificates: value }
            }
          }
        }
        """;

    /// <summary>Both fields, and nearly all that they have, as a dashboard would ask for them.</summary>
    public const string Dashboard = """
        query Dashboard($zone: ID!, $since: DateTime, $until: DateTime, $series: [CtSeriesInput!], $csv: Boolean = false) {
          total: spectrumBytime(zoneId: $zone, timeDelta: HOUR, since: $since, until: $until) {
            rows
            dataLag
            totals { ...AllMetrics }
            min { ...AllMetrics }
            max { ...AllMetrics }
            timeIntervals { start end }
            data { counts: values(metric: COUNT) bytes: values(metric: BYTES_INGRESS) }
            freshness { status fetchedAt ageSeconds expiresAt }
          }
          events: spectrumBytime(zoneId: $zone, timeDelta: HOUR, since: $since, until: $until, dimensions: [EVENT, COLO_NAME], sort: [COUNT_DESC], limit: 20) {
            data {
              dimensions { event eventName coloName }
              points { start end count bytesIngress bytesEgress }
            }
            messages { code message documentationUrl pointer }
          }
          ctTimeseries(aggInterval: FIFTEEN_MINUTES, series: $series) {
            meta {
              aggInterval
              lastUpdated
              normalization
              dateRange { startTime endTime }
              units { name value }
              confidenceInfo { level annotations { description startDate endDate eventType tags } }
            }
            series { name points { timestamp value } }
            csv @include(if: $csv)
            freshness { status ageSeconds }
          }
        }

        fragment AllMetrics on SpectrumMetrics { count bytesIngress bytesEgress durationAvg durationMedian duration90th duration99th }
        """;
}
