// Values for an argument that come from another field, as its description says: "The `id` from `ctLogs`".
import { write } from './documents.js';
import { shapeOf } from './shapes.js';

const MOST = 50;

export const sourceOf = (input, entries) => {
  const field = /`id` from `(\w+)`/.exec(input?.description ?? '')?.[1];
  return entries.find((entry) => entry.key === field);
};

/** `[{ value, text }]` from the source; `ask` sends a request. */
export async function choices(schema, source, ask) {
  const shape = shapeOf(schema, source.type);
  const first = shape.list?.args.find((arg) => arg.name === 'first');
  const listArgs = first ? [{ ...first, value: MOST }] : [];
  const root = { fields: source.path.map((field) => ({ field, args: {} })), selection: shape.select({}, listArgs) };
  const { data } = await ask(write(schema, [root], 'Choices'));
  const answer = data?.[source.path[0].name];
  if (!answer) return [];
  const [table] = shape.read(answer, {});
  const id = table.columns.findIndex((column) => column.name === 'id');
  return table.rows.map((row) => ({ value: row[id], text: String(row[table.label] ?? row[id]) }));
}
