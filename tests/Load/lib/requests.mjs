// What is asked. Windows lie in the past, where the sandbox's data no longer changes and the cache keeps an answer for an hour.
const zone = '023e105f4ecef8ad9ca31a8372d0c353';
const firstDay = Date.UTC(2026, 0, 1);
const minute = 60_000;
const day = 24 * 60 * minute;

const time = (instant) => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** 40 characters, as Cloudflare's own. */
export const tokens = (count) => Array.from({ length: count }, (_, i) => `load-${String(i).padStart(35, '0')}`);

const spectrumVariables = (start, more) => ({ zone, since: time(start), until: time(start + day), ...more });

const ctVariables = (start) => ({
  series: ['DOMAIN', 'ORGANIZATION', 'EXTENDED'].map((level) => ({
    name: level.toLowerCase(),
    dateStart: time(start),
    dateEnd: time(start + day),
    validationLevel: level,
  })),
});

const small = `query Totals($zone: ID!, $since: DateTime, $until: DateTime, $limit: Int) {
  spectrumBytime(zoneId: $zone, timeDelta: DAY, since: $since, until: $until, limit: $limit) {
    rows
    totals { count bytesIngress bytesEgress }
  }
}`;

const spectrum = `query Events($zone: ID!, $since: DateTime, $until: DateTime, $limit: Int) {
  spectrumBytime(zoneId: $zone, timeDelta: HOUR, since: $since, until: $until, dimensions: [EVENT], limit: $limit) {
    data {
      dimensions { event }
      points { start end count bytesIngress bytesEgress }
    }
  }
}`;

const ct = (freshness) => `query Volume($series: [CtSeriesInput!]) {
  ctTimeseries(aggInterval: FIFTEEN_MINUTES, series: $series) {
    meta { aggInterval units { name value } }
    series {
      name
      points { timestamp certificates: value }
    }${freshness}
  }
}`;

const body = (query, variables) => JSON.stringify({ operationName: /query (\w+)/.exec(query)[1], query, variables });
const bodies = (count, query, variables) => Array.from({ length: count }, (_, i) => body(query, variables(i)));

/** 64 sets of variables each: a day apart. */
export const cases = {
  small: { title: 'small', bodies: bodies(64, small, (i) => spectrumVariables(firstDay + i * day)) },
  ct: { title: 'CT, 3 series × 96 points', bodies: bodies(64, ct(''), (i) => ctVariables(firstDay + i * day)) },
  spectrum: { title: 'Spectrum, 24 intervals × 5 rows', bodies: bodies(64, spectrum, (i) => spectrumVariables(firstDay + i * day)) },
  freshness: {
    title: 'CT, 3 series × 96 points, with its age',
    bodies: bodies(64, ct('\n    freshness { ageSeconds }'), (i) => ctVariables(firstDay + i * day)),
    neutral: (text) => text.replace(/"ageSeconds":[\d.eE+-]+/, '"ageSeconds":0'),
  },
};

/** What the generator replaces by a number: see wrk.lua. */
const numbered = '@@@@@@@';
const anyNumber = 9_999_999;

/** A body that is another request each time it is sent, with the same answer: a limit that is never reached. */
const withNumber = (text) => text.replace(`:${anyNumber}`, `:${numbered}`);
export const ever = {
  small: withNumber(body(small, spectrumVariables(firstDay, { limit: anyNumber }))),
  spectrum: withNumber(body(spectrum, spectrumVariables(firstDay, { limit: anyNumber }))),
};

/**
 * More sets than the least memory holds, so that each is gone from the process when its turn comes again, and fewer than the prepared
 * requests that it keeps: both kinds are found there, so that their difference is that of their answers.
 */
export const many = {
  small: { title: cases.small.title, bodies: bodies(3800, small, (i) => spectrumVariables(firstDay + i * minute)) },
  ct: { title: cases.ct.title, bodies: bodies(2048, ct(''), (i) => ctVariables(firstDay + i * 15 * minute)) },
};

/** One body whose answer has `count` points. */
export const ofPoints = (count) =>
  body(
    `query Points($zone: ID!, $since: DateTime, $until: DateTime) {
  spectrumBytime(zoneId: $zone, timeDelta: MINUTE, since: $since, until: $until) {
    data { points { start end count } }
  }
}`,
    { zone, since: time(firstDay), until: time(firstDay + count * minute) },
  );
