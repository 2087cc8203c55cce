// What every client asks here: fields of both APIs, under an alias, from fragments, with variables of several kinds.
export const variables = { zone: '023e105f4ecef8ad9ca31a8372d0c353', delta: 'HOUR', metrics: ['COUNT', 'BYTES_INGRESS'], since: '2026-01-31T03:00:00Z', until: '2026-01-31T09:00:00Z' };

/** With the name that Relay wants: that of its file first. */
export const document = (name) => `query ${name}($zone: ID!, $delta: SpectrumTimeDelta!, $metrics: [SpectrumMetric!], $since: DateTime, $until: DateTime, $csv: Boolean = false) {
  traffic: spectrumBytime(zoneId: $zone, timeDelta: $delta, metrics: $metrics, since: $since, until: $until) {
    rows
    timeIntervals { start end }
    data { counts: values(metric: COUNT) bytes: values(metric: BYTES_INGRESS) }
  }
  ctTimeseries(series: [{ name: "all", dateRange: "7d" }]) {
    series { name points { timestamp value } }
    csv @include(if: $csv)
  }
}`;

/** What does not depend on the client. */
export function check(assert, data) {
  assert.equal(data.traffic.rows, 1);
  assert.equal(data.traffic.timeIntervals.length, 6);
  assert.equal(data.traffic.timeIntervals[0].start, variables.since);
  assert.equal(data.traffic.data[0].counts.length, 6);
  assert.equal(data.traffic.data[0].bytes.length, 6);
  assert.equal(data.ctTimeseries.series[0].name, 'all');
  assert.ok(data.ctTimeseries.series[0].points.length > 0);
  assert.equal('csv' in data.ctTimeseries, false);
}

/** A request with partial data: there is no limit of 0. */
export const failing = 'query Failing { __typename spectrumBytime(zoneId: "023e105f4ecef8ad9ca31a8372d0c353", timeDelta: HOUR, limit: 0) { rows } }';
