// A form that follows the schema: a control for each argument by its type, at any depth.
import { h, newId, prose } from './dom.js';
import { isList, isRequired, print } from './schema.js';
import { isUsual, order, suggestions } from './starts.js';

/**
 * @param values The values by the arguments' names, which the controls change.
 * @param changed Called after each change: with true if the value may be half-typed.
 */
export function form(schema, inputs, values, changed) {
  const sorted = order(inputs);
  const usual = sorted.filter((input) => isUsual(input, inputs, schema));
  const more = sorted.filter((input) => !usual.includes(input));
  const set = more.filter((input) => values[input.name] !== undefined).length;
  return [
    ...usual.map((input) => control(schema, input, values, changed)),
    more.length > 0 &&
      h(
        'details',
        { class: 'more', open: set > 0 },
        h('summary', {}, usual.length ? `More arguments (${more.length})` : `Arguments (${more.length})`),
        ...more.map((input) => control(schema, input, values, changed)),
      ),
  ].filter(Boolean);
}

function set(values, name, value, changed, typing = false) {
  if (value === undefined) delete values[name];
  else values[name] = value;
  changed(typing);
}

/** A labelled control for an argument or an input field. */
function control(schema, input, values, changed) {
  const id = newId();
  const type = schema.named(input.type);
  const required = isRequired(input);
  const description = h('div', { class: 'hint', id: `${id}-hint` }, prose(input.description));
  const props = { id, name: input.name, 'aria-describedby': `${id}-hint`, required };
  const label = (element) =>
    h(
      element,
      { class: 'label', ...(element === 'label' ? { for: id } : { id: `${id}-label` }) },
      h('span', { class: 'name' }, input.name),
      required && h('span', { class: 'required' }, 'required'),
      h('span', { class: 'type' }, print(input.type)),
    );
  const change = (value, typing) => set(values, input.name, value, changed, typing);
  const value = values[input.name];
  const wrap = (labelElement, ...body) =>
    h('div', { class: 'control', 'data-argument': input.name }, label(labelElement), ...body, more(description));
  const group = (...body) =>
    h(
      'div',
      { class: 'control', role: 'group', 'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-hint`, 'data-argument': input.name },
      label('div'),
      ...body,
      more(description),
    );

  if (isList(input.type)) {
    if (type.kind === 'INPUT_OBJECT') return group(objects(schema, input, values, changed));
    if (type.kind === 'ENUM')
      return group(type.enumValues.length <= 8 ? pills(type, value, change) : chips(type, value, change, input.name));
    return wrap('label', list(type, value, change, props));
  }
  if (type.kind === 'INPUT_OBJECT') {
    return group(object(schema, type, value ?? {}, (next, typing) => change(Object.keys(next).length ? next : undefined, typing)));
  }
  if (type.kind === 'ENUM') return wrap('label', choice(type, value, change, props, input.defaultValue));
  if (type.name === 'Boolean') {
    const options = { enumValues: [{ name: 'true' }, { name: 'false' }] };
    return wrap(
      'label',
      choice(
        options,
        value === undefined ? undefined : String(value),
        (each) => change(each === undefined ? undefined : each === 'true'),
        props,
      ),
    );
  }
  return wrap('label', ...scalar(type, input, value, change, props));
}

/** A long description stays folded. */
function more(description) {
  if (description.textContent.length <= 90) return description;
  const button = h(
    'button',
    {
      type: 'button',
      class: 'unfold',
      'aria-expanded': 'false',
      onclick: () => {
        const open = description.classList.toggle('open');
        button.setAttribute('aria-expanded', String(open));
        button.textContent = open ? 'less' : 'more';
      },
    },
    'more',
  );
  description.classList.add('long');
  return h('div', { class: 'folded' }, description, button);
}

function scalar(type, input, value, change, props) {
  if (type.name === 'DateTime') {
    const text = typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString().slice(0, 16) : '';
    return [
      h('input', {
        ...props,
        type: 'datetime-local',
        value: text,
        onchange: (event) => change(event.target.value ? `${event.target.value}:00Z`.replace(/(:\d\d:\d\d):00Z/, '$1Z') : undefined),
      }),
      h('span', { class: 'suffix' }, 'UTC'),
    ];
  }
  const isNumber = type.name === 'Int' || type.name === 'Float';
  const offered = suggestions(input.name);
  const read = (text) => (text === '' ? undefined : isNumber ? Number(text) : text);
  const field = h('input', {
    ...props,
    type: isNumber ? 'number' : 'text',
    step: type.name === 'Float' ? 'any' : undefined,
    value: value ?? '',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    placeholder: input.defaultValue ?? undefined,
    oninput: (event) => {
      mark(event.target.value);
      change(read(event.target.value.trim()), true);
    },
    onchange: (event) => change(read(event.target.value.trim())),
  });
  const buttons = offered.map((each) =>
    h(
      'button',
      {
        type: 'button',
        class: 'pill',
        'aria-pressed': String(String(value ?? '') === each),
        onclick: () => {
          const next = field.value === each ? '' : each;
          field.value = next;
          mark(next);
          change(read(next));
        },
      },
      each,
    ),
  );
  const mark = (text) => buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.textContent === text)));
  return offered.length
    ? [field, h('div', { class: 'pills', role: 'group', 'aria-label': `Values for ${input.name}` }, ...buttons)]
    : [field];
}

function choice(type, value, change, props, defaultValue) {
  return h(
    'select',
    { ...props, onchange: (event) => change(event.target.value || undefined) },
    h('option', { value: '' }, props.required ? 'choose …' : defaultValue ? `default: ${defaultValue}` : 'not given'),
    ...type.enumValues
      .filter((each) => !each.isDeprecated || each.name === value)
      .map((each) => h('option', { value: each.name, selected: each.name === value, title: each.description }, each.name)),
  );
}

/** Several values of a short enum. */
function pills(type, value = [], change) {
  const chosen = [...value];
  return h(
    'div',
    { class: 'pills' },
    ...type.enumValues
      .filter((each) => !each.isDeprecated || chosen.includes(each.name))
      .map((each) => {
        const button = h(
          'button',
          {
            type: 'button',
            class: 'pill',
            title: each.description,
            'aria-pressed': String(chosen.includes(each.name)),
            onclick: () => {
              const at = chosen.indexOf(each.name);
              if (at >= 0) chosen.splice(at, 1);
              else chosen.push(each.name);
              button.setAttribute('aria-pressed', String(at < 0));
              change(chosen.length ? [...chosen] : undefined);
            },
          },
          each.name,
        );
        return button;
      }),
  );
}

/** Several values of a long enum, in the order of choosing. */
function chips(type, value = [], change, name) {
  const chosen = [...value];
  const shown = h('div', { class: 'pills' });
  const draw = () =>
    shown.replaceChildren(
      ...chosen.map((each, index) =>
        h(
          'button',
          {
            type: 'button',
            class: 'pill',
            'aria-pressed': 'true',
            'aria-label': `Remove ${each}`,
            onclick: () => {
              chosen.splice(index, 1);
              draw();
              change(chosen.length ? [...chosen] : undefined);
            },
          },
          each,
          h('span', { 'aria-hidden': 'true' }, ' ×'),
        ),
      ),
    );
  draw();
  return h(
    'div',
    {},
    shown,
    h(
      'select',
      {
        'aria-label': `Add a value to ${name}`,
        onchange: (event) => {
          if (event.target.value && !chosen.includes(event.target.value)) chosen.push(event.target.value);
          event.target.value = '';
          draw();
          change(chosen.length ? [...chosen] : undefined);
        },
      },
      h('option', { value: '' }, 'add …'),
      ...type.enumValues.map((each) => h('option', { value: each.name, title: each.description }, each.name)),
    ),
  );
}

/** Several texts or numbers, between commas. */
function list(type, value, change, props) {
  const read = (text) => {
    const items = text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((each) => (type.name === 'Boolean' ? each === 'true' : type.name === 'Int' || type.name === 'Float' ? Number(each) : each));
    return items.length ? items : undefined;
  };
  return h('textarea', {
    ...props,
    rows: Math.min(4, Math.max(1, value?.length ?? 1)),
    spellcheck: 'false',
    autocapitalize: 'off',
    placeholder: 'one or several, between commas',
    value: (value ?? []).join(',\n'),
    oninput: (event) => change(read(event.target.value), true),
    onchange: (event) => change(read(event.target.value)),
  });
}

/** An object: the fields that have a value, and a choice of those that have none. */
function object(schema, type, value, change) {
  const box = h('div', { class: 'object' });
  const draw = (focus) => {
    const shown = order(type.inputFields).filter((field) => value[field.name] !== undefined || isRequired(field));
    const rest = type.inputFields.filter((field) => !shown.includes(field));
    box.replaceChildren(
      ...shown.map((field) =>
        h(
          'div',
          { class: 'member' },
          control(schema, field, value, (typing) => change(prunedOf(value), typing)),
          h(
            'button',
            {
              type: 'button',
              class: 'remove',
              'aria-label': `Remove ${field.name}`,
              title: `Remove ${field.name}`,
              onclick: () => {
                delete value[field.name];
                draw();
                change(prunedOf(value));
              },
            },
            '×',
          ),
        ),
      ),
      rest.length > 0 &&
        h(
          'select',
          {
            'aria-label': `Add a field to ${type.name}`,
            class: 'add',
            onchange: (event) => {
              const field = type.inputFields.find((each) => each.name === event.target.value);
              value[field.name] = emptyOf(schema, field.type);
              draw(field.name);
            },
          },
          h('option', { value: '' }, '+ add a field'),
          ...rest.map((field) => h('option', { value: field.name, title: field.description }, field.name)),
        ),
    );
    if (focus) box.querySelector(`[data-argument="${focus}"] :is(input, select, textarea, button)`)?.focus();
  };
  value = structuredClone(value);
  draw();
  return box;
}

/** A field that was added and has no value yet is shown, but not sent. */
const prunedOf = (value) =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, each]) => each !== '' && each !== undefined && each !== null && !(Array.isArray(each) && each.length === 0),
    ),
  );

const emptyOf = (schema, type) => (isList(type) ? [] : schema.named(type).kind === 'INPUT_OBJECT' ? {} : '');

/** A list of objects, such as series. */
function objects(schema, input, values, changed) {
  const type = schema.named(input.type);
  const box = h('div', { class: 'objects' });
  const current = () => values[input.name] ?? [];
  const draw = () =>
    box.replaceChildren(
      ...current().map((value, index) =>
        h(
          'div',
          { class: 'card-item' },
          h(
            'div',
            { class: 'card-title' },
            value.name || `${input.name} ${index + 1}`,
            h(
              'button',
              {
                type: 'button',
                class: 'remove',
                'aria-label': `Remove ${input.name} ${index + 1}`,
                onclick: () => {
                  const next = current().filter((_, each) => each !== index);
                  set(values, input.name, next.length ? next : undefined, changed);
                  draw();
                },
              },
              '×',
            ),
          ),
          object(schema, type, value, (next, typing) => {
            const items = [...current()];
            items[index] = next;
            set(values, input.name, items, changed, typing);
          }),
        ),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'add',
          onclick: () => {
            // The next one is like the last one, without its name.
            const { name: _, ...like } = current().at(-1) ?? {};
            set(values, input.name, [...current(), like], changed);
            draw();
          },
        },
        current().length ? '+ add another' : '+ add one',
      ),
    );
  draw();
  return box;
}

/** The names of what is required and has no value. */
export const missing = (inputs, values) =>
  inputs
    .filter(
      (input) => isRequired(input) && (values[input.name] === undefined || values[input.name] === '' || values[input.name]?.length === 0),
    )
    .map((input) => input.name);
