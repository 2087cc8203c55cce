// Numbers, times and texts as people read them. All times are in UTC, as the gateway's intervals are.

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const precise = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

export const unitOf = (name) => (/bytes/i.test(name) ? 'bytes' : /duration|responseTime/i.test(name) ? 'ms' : undefined);

/** For axes and tiles: short. */
export function short(value, unit) {
  if (value === null || value === undefined) return '–';
  if (unit === 'bytes') {
    const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
    const power = Math.abs(value) < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(Math.abs(value)) / 3));
    return `${trim(value / 1000 ** power)} ${units[power]}`;
  }
  if (unit === 'ms') {
    const size = Math.abs(value);
    return size < 1000
      ? `${trim(value)} ms`
      : size < 60_000
        ? `${trim(value / 1000)} s`
        : size < 3_600_000
          ? `${trim(value / 60_000)} min`
          : `${trim(value / 3_600_000)} h`;
  }
  return unit === '%' ? `${trim(value)} %` : Math.abs(value) < 1000 ? cents.format(value) : compact.format(value);
}

/** For tooltips: as exact as a person wants it. */
export function long(value, unit) {
  if (value === null || value === undefined) return 'no value';
  if (unit === 'bytes' || unit === 'ms') return short(value, unit);
  return (Number.isInteger(value) || Math.abs(value) >= 1000 ? whole : precise).format(value) + (unit === '%' ? ' %' : '');
}

const trim = (value) => precise.format(Number(value.toPrecision(3)));

export const time = (seconds, step) => (step >= 86_400 ? day : minute).format(seconds * 1000);
export const iso = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

export function age(seconds) {
  const s = Math.max(0, Math.round(seconds));
  return s < 90
    ? `${s} s`
    : s < 5400
      ? `${Math.round(s / 60)} min`
      : s < 129_600
        ? `${Math.round(s / 3600)} h`
        : `${Math.round(s / 86_400)} d`;
}

/** A field's name in words: `dimensions.coloName` is "colo name". What is no name of a field stays as it is. */
export const words = (name) =>
  !/^[a-z][\w.]*$/.test(name) ? name : name.replace(/^.*\./, '').replace(/([a-z0-9])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
