// Answers by their shape. A shape says what to select and makes a frame of the answer, which charts and tables show:
//   { kind: 'time', x: [seconds], series: [{ name, unit, values, complete: [bool] }] }      one metric a frame: frames by metric
//   { kind: 'table', columns: [{ name, unit?, numeric }], rows: [[value]], label: column, split?: column }
//   { kind: 'record', pairs: [[name, value]], tables: [{ title, table }] }
// Shapes look at the schema's form, not at names of fields of the query, so that a new field with a known form has its chart at once.
import { camel, isList } from './schema.js';

const FRESHNESS = ['status', 'fetchedAt', 'ageSeconds', 'expiresAt'];
const leaf = (name) => ({ name });

/** @param many Whether it is asked for several times at once: then without other things, each of which may take calls of its own. */
export function shapeOf(schema, type, many) {
  return [intervals, series, rows, connection].map((shape) => shape(schema, type)).find(Boolean) ?? other(schema, type, many);
}

/** What every answer has: how fresh it is, and what Cloudflare said. */
function common(schema, type) {
  const selection = [];
  if (schema.field(type, 'freshness')) {
    const names = schema.below(type, 'freshness').fields.map((field) => field.name);
    selection.push({ name: 'freshness', selection: FRESHNESS.filter((name) => names.includes(name)).map(leaf) });
  }
  if (schema.field(type, 'messages')) selection.push({ name: 'messages', selection: [leaf('message')] });
  if (schema.field(type, 'truncated')) selection.push(leaf('truncated'));
  if (schema.field(type, 'dataLag')) selection.push(leaf('dataLag'));
  return selection;
}

/** Rows with a column of values for each metric, over `timeIntervals`. */
function intervals(schema, type) {
  const row = schema.below(type, 'data');
  const column = row?.fields.find(
    (field) =>
      isList(field.type) &&
      field.args.length === 1 &&
      schema.named(field.args[0].type).kind === 'ENUM' &&
      schema.named(field.type).name === 'Float',
  );
  if (!column || !schema.below(type, 'timeIntervals')) return undefined;
  const all = schema.named(column.args[0].type).enumValues.map((value) => value.name);
  const metricsOf = (args) => (args.metrics?.length ? args.metrics : all.slice(0, 1));
  return {
    list: schema.field(type, 'data'),
    metrics: (args) => metricsOf(args).map((metric) => ({ name: camel(metric), unit: unitOf(camel(metric)) })),
    select(args, listArgs) {
      return [
        { name: 'timeIntervals', selection: ['start', 'complete'].map(leaf) },
        {
          name: 'data',
          args: listArgs,
          selection: [
            ...dimensionsOf(schema, row, args),
            ...metricsOf(args).map((metric) => ({
              name: column.name,
              alias: camel(metric),
              args: [{ name: column.args[0].name, literal: metric }],
            })),
          ],
        },
        ...common(schema, type),
      ];
    },
    read(answer, args) {
      const starts = answer.timeIntervals.map((each) => Date.parse(each.start) / 1000);
      const complete = answer.timeIntervals.map((each) => each.complete);

      // Events arrive late. Of an interval that began after the last of them there is no data yet, and a zero would look like an outage.
      const last = Date.parse(answer.freshness.fetchedAt) / 1000 - (answer.dataLag ?? 0);
      const known = (values) => values.map((value, index) => (complete[index] || starts[index] < last ? value : null));
      return metricsOf(args)
        .map(camel)
        .map((metric) => ({
          kind: 'time',
          metric,
          unit: unitOf(metric),
          series: answer.data.map((each) => ({
            name: nameOf(each.dimensions) || metric,
            x: starts,
            values: known(each[metric]),
            complete,
            unit: unitOf(metric),
          })),
        }));
    },
  };
}

/** Series with `timestamps` and values, in groups or not; or one value for each group. */
function series(schema, type) {
  const each = schema.below(type, 'series');
  if (!each) return undefined;
  const field = (name) => schema.field(each, name);
  const group = schema.below(each, 'groups');
  const about = ['name', 'unit', 'aggInterval', 'completePoints'].filter(field).map(leaf);
  if (field('timestamps') && (field('values') || schema.field(group, 'values'))) {
    const isGrouped = !field('values');
    return {
      stacked: isGrouped,
      list: isGrouped ? field('groups') : undefined,
      select: (args, listArgs) => [
        {
          name: 'series',
          selection: [
            ...about,
            leaf('timestamps'),
            isGrouped
              ? {
                  name: 'groups',
                  args: listArgs,
                  selection: ['key', 'total', 'values'].filter((name) => schema.field(group, name)).map(leaf),
                }
              : leaf('values'),
          ],
        },
        ...common(schema, type),
      ],
      read: (answer) => [
        {
          kind: 'time',
          unit: unitName(answer.series[0]?.unit),
          unitText: answer.series[0]?.unit,
          series: answer.series.flatMap((one) => {
            const x = one.timestamps.map((timestamp) => Date.parse(timestamp) / 1000);
            const complete = x.map((_, index) => index < (one.completePoints ?? x.length));
            const common = { x, complete, unit: unitName(one.unit) };
            return isGrouped
              ? one.groups.map((grouped) => ({
                  ...common,
                  name: answer.series.length > 1 ? `${one.name} · ${grouped.key}` : grouped.key,
                  values: grouped.values,
                }))
              : [{ ...common, name: one.name, values: one.values }];
          }),
        },
      ],
    };
  }
  if (schema.field(group, 'value')) {
    return {
      list: field('groups'),
      select: (args, listArgs) => [
        { name: 'series', selection: [...about, { name: 'groups', args: listArgs, selection: [leaf('key'), leaf('value')] }] },
        ...common(schema, type),
      ],
      read: (answer) => [
        {
          kind: 'table',
          label: 1,
          split: answer.series.length > 1 ? 0 : undefined,
          columns: [{ name: 'series' }, { name: 'key' }, { name: 'value', numeric: true, unit: unitName(answer.series[0]?.unit) }],
          rows: answer.series.flatMap((one) => one.groups.map((grouped) => [one.name, grouped.key, grouped.value])),
        },
      ],
    };
  }
  return undefined;
}

/** Rows with dimensions and one value for each metric. */
function rows(schema, type) {
  const row = schema.below(type, 'data');
  const totals = schema.below(row, 'totals');
  if (!totals || !schema.below(row, 'dimensions')) return undefined;
  const metricsOf = (args) =>
    (args.metrics?.length ? args.metrics.map(camel) : totals.fields.slice(0, 1).map((field) => field.name)).filter((metric) =>
      schema.field(totals, metric),
    );
  return {
    list: schema.field(type, 'data'),
    select(args, listArgs) {
      return [
        {
          name: 'data',
          args: listArgs,
          selection: [...dimensionsOf(schema, row, args), { name: 'totals', selection: metricsOf(args).map(leaf) }],
        },
        ...common(schema, type),
      ];
    },
    read: (answer, args) => [
      {
        kind: 'table',
        label: 0,
        columns: [{ name: 'row' }, ...metricsOf(args).map((name) => ({ name, numeric: true, unit: unitOf(name) }))],
        rows: answer.data.map((each) => [nameOf(each.dimensions) || 'all', ...metricsOf(args).map((metric) => each.totals[metric])]),
      },
    ],
  };
}

/** A list in pages. */
function connection(schema, type) {
  const field = type.fields.find((each) => schema.below(type, each.name, 'nodes') && schema.below(type, each.name, 'pageInfo'));
  if (!field) return undefined;
  const node = schema.below(type, field.name, 'nodes');
  return {
    list: field,
    pages: field.args.some((arg) => arg.name === 'after'),
    select: (args, listArgs) => [
      {
        name: field.name,
        args: listArgs,
        selection: [
          leaf('totalCount'),
          { name: 'pageInfo', selection: ['hasNextPage', 'endCursor'].map(leaf) },
          { name: 'nodes', selection: leaves(schema, node, 2) },
        ],
      },
      ...common(schema, type),
    ],
    read: (answer) => [
      {
        ...tableOf(answer[field.name]?.nodes ?? []),
        isList: true,
        totalCount: answer[field.name]?.totalCount,
        pageInfo: answer[field.name]?.pageInfo,
      },
    ],
  };
}

/** A list of objects beside the common fields, or an object. */
function other(schema, type, many) {
  const lists = type.fields.filter(
    (field) =>
      isList(field.type) &&
      schema.named(field.type).kind === 'OBJECT' &&
      field.name !== 'messages' &&
      field.args.every((arg) => !isRequiredArg(arg)),
  );
  const isTable =
    lists.length === 1 && !type.fields.some((field) => ['SCALAR', 'ENUM'].includes(schema.named(field.type).kind) && field.name !== 'csv');
  if (isTable) {
    const [field] = lists;
    return {
      list: field.args.length ? field : undefined,
      select: (args, listArgs) => [
        { name: field.name, args: listArgs, selection: leaves(schema, schema.named(field.type), many ? 1 : 2) },
        ...common(schema, type),
      ],
      read: (answer) => [tableOf(answer[field.name] ?? [])],
    };
  }
  return {
    select: () => [
      ...leaves(schema, type, 4, true).filter((each) => !['freshness', 'messages', 'csv'].includes(each.name)),
      ...common(schema, type),
    ],
    read: (answer) => [recordOf(answer)],
  };
}

const isRequiredArg = (arg) => arg.type.kind === 'NON_NULL';

/** The dimensions that the arguments ask for. */
function dimensionsOf(schema, row, args) {
  const names = (args.dimensions ?? []).map(camel).filter((name) => schema.field(schema.below(row, 'dimensions'), name));
  return names.length ? [{ name: 'dimensions', selection: names.map(leaf) }] : [];
}

const nameOf = (dimensions) =>
  Object.values(dimensions ?? {})
    .map((value) => value ?? 'none')
    .join(' · ');

/** All that needs no argument. Of another thing that has an id of its own, its first text alone; lists of objects only in a record. */
function leaves(schema, type, depth, lists = false) {
  return type.fields
    .filter((field) => !field.isDeprecated && !field.args.some(isRequiredArg))
    .flatMap((field) => {
      const below = schema.named(field.type);
      if (below.kind !== 'OBJECT') return [leaf(field.name)];
      if (depth <= 1 || (isList(field.type) && !lists)) return [];
      const isThing = !lists && schema.field(below, 'id');
      const selection = isThing
        ? below.fields
            .filter((each) => each.name !== 'id' && schema.named(each.type).name === 'String')
            .slice(0, 1)
            .map((each) => leaf(each.name))
        : leaves(schema, below, depth - 1, lists && !isList(field.type));
      return selection.length ? [{ name: field.name, selection }] : [];
    });
}

function flatten(value, prefix = '', into = {}) {
  for (const [key, each] of Object.entries(value ?? {})) {
    if (each !== null && typeof each === 'object' && !Array.isArray(each)) flatten(each, `${prefix}${key}.`, into);
    else into[prefix + key] = each;
  }
  return into;
}

function tableOf(nodes) {
  const flat = nodes.map((node) => flatten(node));
  const names = [...new Set(flat.flatMap((node) => Object.keys(node)))];
  // An object that is null somewhere has columns elsewhere.
  const used = names.filter((name) => !names.some((longer) => longer.startsWith(`${name}.`)));
  // What names a row comes first.
  const label = used.findIndex((name) => /(^|\.)(dnsName|name|description|endpoint)$/.test(name));
  if (label > 0) used.unshift(...used.splice(label, 1));
  const columns = used.map((name) => ({
    name,
    unit: unitOf(name),
    numeric: flat.some((node) => typeof node[name] === 'number'),
  }));
  return {
    kind: 'table',
    label: 0,
    columns,
    rows: flat.map((node) => used.map((name) => (Array.isArray(node[name]) ? node[name].join(', ') : (node[name] ?? null)))),
  };
}

function recordOf(answer) {
  const pairs = [];
  const tables = [];
  const visit = (value, prefix) => {
    for (const [key, each] of Object.entries(value)) {
      if (prefix === '' && ['freshness', 'messages', 'truncated', 'dataLag'].includes(key)) continue;
      if (Array.isArray(each) && each.some((one) => one !== null && typeof one === 'object'))
        tables.push({ title: prefix + key, ...tableOf(each) });
      else if (Array.isArray(each)) pairs.push([prefix + key, each.join(', ')]);
      else if (each !== null && typeof each === 'object') visit(each, `${prefix}${key}.`);
      else pairs.push([prefix + key, each]);
    }
  };
  visit(answer, '');
  return {
    kind: 'record',
    tables,
    columns: [{ name: 'name' }, { name: 'value' }],
    rows: pairs,
  };
}

const unitOf = (name) => (/bytes/i.test(name) ? 'bytes' : /duration|responseTime/i.test(name) ? 'ms' : undefined);
const unitName = (text) => (/percent|%/i.test(text ?? '') ? '%' : undefined);

/** The frames of several answers, such as those of several zones, as one for each metric. */
export function merge(parts) {
  const frames = parts[0]?.frames.map((frame) => ({ ...frame })) ?? [];
  if (parts.length < 2) return frames;
  return frames.map((frame, index) =>
    frame.kind === 'time'
      ? {
          ...frame,
          series: parts.flatMap(({ name, frames: [...own] }) =>
            own[index].series.map((each) => ({
              ...each,
              name: own[index].series.length > 1 || each.name !== frame.metric ? `${name} · ${each.name}` : name,
            })),
          ),
        }
      : {
          ...frame,
          label: frame.label + 1,
          split: 0,
          columns: [{ name: 'zone' }, ...frame.columns],
          rows: parts.flatMap(({ name, frames: [...own] }) => own[index].rows.map((row) => [name, ...row])),
        },
  );
}
