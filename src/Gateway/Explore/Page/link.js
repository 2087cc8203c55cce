// The page's whole state in the fragment of its address. The token is not part of the state, so no link can have it.

const KEYS = ['args', 'rows', 'compare', 'metric', 'stacked', 'log', 'overlay', 'hidden', 'zoom', 'refresh', 'code'];

export function toFragment(state) {
  const parameters = new URLSearchParams({ field: state.field });
  for (const key of KEYS) {
    const value = state[key];
    const isEmpty =
      value === undefined ||
      value === null ||
      value === false ||
      value === '' ||
      (typeof value === 'object' && Object.keys(value).length === 0);
    if (!isEmpty) parameters.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return `#${parameters}`;
}

/** What a fragment says; nothing if it is none of this page. A key that can't be read is left out. */
export function fromFragment(fragment) {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const field = parameters.get('field');
  if (!field) return undefined;
  const state = { field };
  const objects = { args: true, rows: true };
  const lists = { hidden: true, zoom: true };
  for (const key of KEYS) {
    const text = parameters.get(key);
    if (text === null) continue;
    if (['compare', 'metric', 'refresh', 'code'].includes(key)) {
      state[key] = text;
      continue;
    }
    try {
      const value = JSON.parse(text);
      const fits = objects[key]
        ? value !== null && typeof value === 'object' && !Array.isArray(value)
        : lists[key]
          ? Array.isArray(value) && (key !== 'zoom' || (value.length === 2 && value.every(Number.isFinite)))
          : typeof value === 'boolean';
      if (fits) state[key] = value;
    } catch {
      // Somebody edited the address.
    }
  }
  return state;
}
