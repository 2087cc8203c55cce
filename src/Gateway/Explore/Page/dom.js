// Small helpers to build elements. Text is always set as text, never as HTML.

/** An element. Properties that begin with `on` are listeners; `null`, `undefined` and `false` leave an attribute out. */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'value' || key === 'checked' || key === 'selected' || key === 'disabled') element[key] = value;
    else element.setAttribute(key === 'class' ? 'class' : key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A description of the schema, whose `code` is between backticks. */
export function prose(text) {
  return (text ?? '')
    .split(/(`[^`]+`)/)
    .map((part) => (part.length > 2 && part.startsWith('`') && part.endsWith('`') ? h('code', {}, part.slice(1, -1)) : part));
}

/** The first sentence of a description. */
export const firstSentence = (text) => /^[\s\S]*?[.:](?=\s|$)/.exec(text ?? '')?.[0].replace(/:$/, '.') ?? text ?? '';

let ids = 0;
export const newId = () => `e${++ids}`;
