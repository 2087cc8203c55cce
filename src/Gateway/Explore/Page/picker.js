// The choice of a field: a button that opens a list with a search and the descriptions of the schema.
import { firstSentence, h, prose } from './dom.js';

const TITLES = { spectrum: 'Spectrum', ct: 'Certificate Transparency', zone: 'Below one zone', zones: 'Below several zones' };

export const title = (entry) => entry.path.map((field) => field.name).join(' › ');
export const describe = (entry) => entry.path.at(-1).description ?? '';

export function picker(place, entries, choose) {
  const label = h('span', { class: 'picked' });
  const button = h(
    'button',
    { type: 'button', class: 'open', popovertarget: 'fields', 'aria-haspopup': 'dialog', id: 'pick' },
    h('span', { class: 'caption' }, 'Field'),
    label,
    h('span', { class: 'chevron', 'aria-hidden': 'true' }),
  );
  const search = h('input', {
    type: 'search',
    placeholder: `Search ${entries.length} fields`,
    'aria-label': 'Search fields',
    oninput: () => filter(search.value),
  });
  const groups = new Map();
  const options = [];
  for (const entry of entries) {
    const option = h(
      'button',
      {
        type: 'button',
        class: 'option',
        'data-field': entry.key,
        onclick: () => {
          popover.hidePopover();
          choose(entry.key);
        },
      },
      h('code', {}, title(entry)),
      h('span', {}, prose(firstSentence(describe(entry)))),
    );
    options.push({ entry, option });
    if (!groups.has(entry.group)) groups.set(entry.group, []);
    groups.get(entry.group).push(option);
  }
  const order = ['spectrum', 'ct', ...groups.keys()].filter((each, index, all) => groups.has(each) && all.indexOf(each) === index);
  const sections = order.map((group) =>
    h(
      'div',
      { class: 'group', role: 'group', 'aria-label': TITLES[group] ?? group },
      h('div', { class: 'group-title', 'aria-hidden': 'true' }, TITLES[group] ?? group),
      ...groups.get(group),
    ),
  );
  const none = h('p', { class: 'note', hidden: true }, 'No field has this in its name or description.');
  const popover = h(
    'div',
    { id: 'fields', popover: 'auto', class: 'fields', role: 'dialog', 'aria-label': 'Fields' },
    search,
    ...sections,
    none,
  );
  // Before it opens: the event after it comes late, when somebody may have typed.
  popover.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'open') return;
    search.value = '';
    filter('');
  });
  popover.addEventListener('toggle', (event) => {
    if (event.newState !== 'open') return;
    search.focus();
    popover.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  });
  popover.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const visible = options.filter(({ option }) => !option.hidden).map(({ option }) => option);
    if (step) {
      event.preventDefault();
      const at = visible.indexOf(document.activeElement);
      (at < 0 && step < 0 ? search : (visible[at + step] ?? (step < 0 ? search : visible.at(-1))))?.focus();
    } else if (event.key === 'Enter' && document.activeElement === search && visible.length > 0) {
      event.preventDefault();
      best().click();
    }
  });

  /** What Enter takes: the field of that name, or one whose name begins so, or one that has it in its name, or the first. */
  function best() {
    const text = search.value.trim().toLowerCase();
    const found = options.filter(({ option }) => !option.hidden).map(({ entry, option }) => ({ name: title(entry).toLowerCase(), option }));
    const by = [(name) => name === text, (name) => name.startsWith(text), (name) => name.includes(text), () => true];
    return by.map((isBetter) => found.find(({ name }) => isBetter(name))).find(Boolean).option;
  }

  function filter(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { entry, option } of options) {
      const all = `${title(entry)} ${describe(entry)}`.toLowerCase();
      option.hidden = !words.every((word) => all.includes(word));
    }
    for (const section of sections) section.hidden = [...section.querySelectorAll('.option')].every((option) => option.hidden);
    none.hidden = sections.some((section) => !section.hidden);
  }

  place.replaceChildren(button, popover);
  return (key) => {
    for (const { entry, option } of options) {
      const isCurrent = entry.key === key;
      if (isCurrent) {
        label.textContent = title(entry);
        option.setAttribute('aria-current', 'true');
      } else option.removeAttribute('aria-current');
    }
  };
}
