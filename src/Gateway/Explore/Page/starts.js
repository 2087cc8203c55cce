// What a form begins with, and values that people often want. An argument that is not here has a control all the same.

const PREFERRED = ['ids', 'id', 'zoneId', 'window', 'timeDelta', 'dimension', 'dimensions', 'metrics', 'series', 'aggInterval'];

const SUGGESTED = {
  window: ['1h', '6h', '24h', '7d', '28d'],
  shift: ['24h', '7d', '28d'],
  dateRange: ['1d', '7d', '28d', '12w', '52w', '7dcontrol'],
  coloName: ['AMS', 'FRA', 'LHR', 'SFO', 'SIN'],
  log: ['argon2026h1'],
  tld: ['com', 'net', 'org', 'dev'],
  first: ['10', '25', '50'],
  limitPerGroup: ['3', '5', '10'],
};

/** Arguments in the order in which people need them: what is required, then what is usual, then the rest. */
export function order(inputs) {
  const rank = (input) => {
    const index = PREFERRED.indexOf(input.name);
    return index >= 0 ? index : input.type.kind === 'NON_NULL' ? PREFERRED.length : PREFERRED.length + 1;
  };
  return inputs
    .map((input, index) => [rank(input), index, input])
    .sort(([a, i], [b, j]) => a - b || i - j)
    .map(([, , input]) => input);
}

/** Whether an argument is one of the first. Lists whose names are fields of a list of objects beside them say the same in another form. */
export function isUsual(input, inputs, schema) {
  if (input.type.kind === 'NON_NULL') return true;
  if (!PREFERRED.includes(input.name)) return false;
  return !inputs.some(
    (other) =>
      other !== input && schema.named(other.type).inputFields?.some((field) => field.name === input.name) && other.type.kind === 'LIST',
  );
}

export const suggestions = (name) => SUGGESTED[name] ?? [];

/** What the form of a field begins with. */
export function starts(entry, sandbox) {
  const values = {};
  const inputs = entry.path.flatMap((field) => field.args);
  for (const { name, type } of inputs) {
    const value = start(name, type, entry, sandbox);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function start(name, type, entry, sandbox) {
  const field = entry.path.at(-1).name;
  switch (name) {
    case 'zoneId':
      return sandbox?.zone;
    case 'ids':
      return sandbox ? [sandbox.zone, sandbox.zone.replace(/.$/, '4')] : undefined;
    case 'id':
      return entry.path[0].name === 'zone' ? sandbox?.zone : /log$/i.test(field) ? (sandbox ? 'argon2026h1' : undefined) : undefined;
    case 'window':
      return '24h';
    case 'timeDelta':
      return 'HOUR';
    case 'dimensions':
      return entry.path[0].name === 'zones' ? undefined : field.endsWith('Bytime') ? ['EVENT'] : ['COLO_NAME'];
    case 'metrics':
      return ['COUNT', 'BYTES_INGRESS', 'DURATION_AVG'];
    case 'dimension':
      return 'CA_OWNER';
    case 'series':
      return entry.path.some(({ args }) => args.some((arg) => arg.name === 'dimension'))
        ? [{ dateRange: '7d' }]
        : ['DOMAIN', 'ORGANIZATION', 'EXTENDED'].map((validationLevel) => ({
            name: validationLevel.toLowerCase(),
            dateRange: '7d',
            validationLevel,
          }));
    default:
      return undefined;
  }
}
