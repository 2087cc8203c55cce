// The page: reads the schema, keeps the state, asks and shows. It uses the public API only.
import { compared, partsOf } from './answers.js';
import { ask } from './ask.js';
import { choices, sourceOf } from './choices.js';
import { code, copy } from './code.js';
import { firstSentence, h, prose } from './dom.js';
import { prune, write } from './documents.js';
import { keepingPlace } from './focus.js';
import { form, missing } from './form.js';
import { age } from './format.js';
import { badge } from './freshness.js';
import { fromFragment, toFragment } from './link.js';
import { describe, picker, title } from './picker.js';
import { isList, print, Schema } from './schema.js';
import { merge, shapeOf } from './shapes.js';
import { starts } from './starts.js';
import { themes } from './themes.js';
import { trouble } from './trouble.js';
import { clear, redraw, select, view } from './view.js';

const find = (id) => document.getElementById(id);
const endpoint = new URL('graphql', document.baseURI.replace(/[#?].*$/, '')).href;
const BEFORE = 'before';
const narrow = matchMedia('(max-width: 899px)');

let schema;
let entries;
let sandbox;
let markPicked;
// The token is here and in its input, nowhere else.
let token = '';
let state = { field: '' };
let shown;
let running;
let timer;
let freshness;
let written;

async function start() {
  // The chart's colours are drawn, so it is drawn again.
  themes(find('theme'), redraw);
  find('request').open = !narrow.matches;
  narrow.addEventListener('change', () => {
    find('request').open = !narrow.matches;
  });
  const [configuration] = await Promise.all([
    fetch('explore/config.json').then((response) => response.json()),
    Schema.read(endpoint).then((read) => {
      schema = read;
    }, refuse),
  ]);
  sandbox = configuration.sandbox;
  find('ide').hidden = !configuration.ide;
  find('sdl').hidden = !configuration.schema;
  find('sandbox').hidden = !sandbox;
  if (!schema) return;
  if (sandbox) {
    token = sandbox.token;
    find('token').value = token;
    find('token-hint').textContent = 'The sandbox’s own. It takes any token, and no data here is real.';
  }
  entries = schema.entries();
  markPicked = picker(find('picker'), entries, (key) => open({ field: key, args: carry(key), refresh: state.refresh, code: state.code }));
  find('form').addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
  find('token').addEventListener('input', (event) => {
    token = event.target.value.trim();
  });
  find('token').addEventListener('change', () => run());
  addEventListener('hashchange', () => {
    const next = fromFragment(location.hash);
    if (next && toFragment(next) !== toFragment(state)) open(next);
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) schedule();
  });
  open(fromFragment(location.hash) ?? { field: (entries.find((entry) => entry.key === 'spectrumBytime') ?? entries[0]).key });
  document.documentElement.dataset.ready = 'true';
}

function refuse(error) {
  find('about').textContent = '';
  find('picker').replaceChildren();
  find('form').hidden = true;
  find('errors').replaceChildren(
    h(
      'div',
      { class: 'error', role: 'alert' },
      h('h2', {}, error.refused ? 'The endpoint does not tell its schema' : 'The schema can’t be read'),
      h('p', {}, error.message),
      h(
        'p',
        { class: 'advice' },
        error.refused
          ? 'This page learns all fields from the schema. Start the gateway with GraphQL:Introspection=true to use it.'
          : 'Is the gateway running? Reload this page when it is.',
      ),
    ),
  );
}

const entryOf = (key) => entries.find((entry) => entry.key === key);
const inputsOf = (entry) => entry.path.flatMap((field) => field.args);

/** What the form of another field begins with: what was entered here where the arguments are the same, else its own starts. */
function carry(key) {
  const entry = entryOf(key);
  const values = starts(entry, sandbox);
  const before = entryOf(state.field);
  if (!before) return values;
  for (const input of inputsOf(entry)) {
    const same = inputsOf(before).find((each) => each.name === input.name && print(each.type) === print(input.type));
    const isEdited = same && JSON.stringify(state.args[input.name]) !== JSON.stringify(starts(before, sandbox)[input.name]);
    if (isEdited && input.name !== 'id') values[input.name] = structuredClone(state.args[input.name]);
  }
  return values;
}

function open(next) {
  const entry = entryOf(next.field) ?? entries[0];
  state = { ...next, field: entry.key, args: next.args ?? starts(entry, sandbox), rows: next.rows ?? {} };
  shown = { entry, shape: shapeOf(schema, entry.type, entry.path.length > 1 && isList(entry.path[0].type)) };
  written = undefined;
  clear();
  freshness?.stop();
  find('badges').replaceChildren();
  markPicked(entry.key);
  document.title = `${title(entry)} · Cloudflare gateway`;
  find('heading').replaceChildren(h('code', {}, title(entry)));
  const rest = describe(entry)
    .slice(firstSentence(describe(entry)).length)
    .trim();
  find('about').replaceChildren(
    ...prose(firstSentence(describe(entry))),
    ...(rest ? [h('details', {}, h('summary', {}, 'More about this field'), h('span', {}, prose(rest)))] : []),
  );
  find('attribution').hidden = !/licen[cs]e/i.test(describe(entry));
  drawForm();
  drawStanding();
  run();
}

/** What holds for the whole view: how often it refreshes by itself, and its link. */
function drawStanding() {
  const refresh = select(
    'Refresh',
    [
      ['', 'off'],
      ['auto', 'when due'],
      ['10', 'every 10 s'],
      ['60', 'every minute'],
      ['300', 'every 5 min'],
    ],
    state.refresh ?? '',
    (value) => {
      state.refresh = value || undefined;
      remember();
      schedule();
    },
  );
  const link = h(
    'button',
    {
      type: 'button',
      class: 'quiet',
      title: 'A link to this view. It never has the token',
      onclick: () => copy(location.href, link, say),
    },
    'Copy link',
  );
  find('standing').replaceChildren(refresh, link);
}

function drawForm() {
  const { entry, shape } = shown;
  const list = shape.list?.args.filter((arg) => arg.name !== 'after' && arg.name !== 'before') ?? [];
  find('arguments').replaceChildren(
    ...form(schema, inputsOf(entry), state.args, edited),
    ...(list.length
      ? [
          h(
            'details',
            { class: 'more', open: Object.keys(prune(state.rows) ?? {}).length > 0 },
            h('summary', {}, `Rows of ${shape.list.name}: ${list.map((arg) => arg.name).join(', ')}`),
            ...form(schema, list, state.rows, edited).flatMap((each) =>
              each.matches('details.more') ? [...each.children].slice(1) : [each],
            ),
          ),
        ]
      : []),
  );
}

/** Fills an argument in for the person, and runs. */
function fill(name, value) {
  state.args[name] = value;
  drawForm();
  run();
}

let typing;
function edited(isTyping) {
  state.zoom = undefined;
  delete state.rows.after;
  remember();
  clearTimeout(typing);
  // What is being typed may not be whole yet: it runs by Enter, or when the control is left.
  if (!isTyping) typing = setTimeout(run, 150);
}

function remember() {
  history.replaceState(null, '', toFragment({ ...state, args: prune(state.args) ?? {}, rows: prune(state.rows) }));
}

/** The document of the state. */
function requestOf() {
  const { entry, shape } = shown;
  const args = state.args;
  const listArgs = (shape.list?.args ?? []).flatMap((arg) => {
    const value = prune(
      arg.name === 'first' && state.rows.first === undefined && state.rows.last === undefined ? 50 : state.rows[arg.name],
    );
    return value === undefined
      ? []
      : [{ name: arg.name, type: arg.type, value, variable: `rows${arg.name[0].toUpperCase()}${arg.name.slice(1)}` }];
  });
  const selection = shape.select(args, listArgs);
  const isBelow = entry.path.length > 1;
  const path = (values) =>
    entry.path.map((field) => ({
      field:
        isBelow && field === entry.path[0] && schema.field(schema.named(field.type), 'id') ? { ...field, with: [{ name: 'id' }] } : field,
      args: values,
    }));
  const roots = [{ alias: undefined, fields: path(args), selection }];
  if (compares() && state.compare) roots.push({ alias: BEFORE, fields: path({ ...args, shift: state.compare }), selection });
  const name = entry.key.replace(/(^|\.)(\w)/g, (_, __, letter) => letter.toUpperCase());
  return write(schema, roots, name);
}

/** Whether the field can be asked for an earlier window too. */
const compares = () =>
  ['window', 'shift'].every((name) => shown.entry.path.at(-1).args.some((arg) => arg.name === name)) &&
  Boolean(state.args.window) &&
  !state.args.shift;

async function run(isRefresh = false) {
  clearTimeout(timer);
  clearTimeout(typing);
  running?.abort();
  const { entry, shape } = shown;
  const request = requestOf();
  remember();
  drawCode(request);
  const needs = missing(inputsOf(entry), state.args);
  if (needs.length || !token) {
    // Without them the code would not run either.
    find('code').hidden = needs.length > 0;
    clear();
    return need(needs);
  }

  const call = (running = new AbortController());
  const timeout = setTimeout(() => call.abort(new Error('timeout')), 60_000);
  find('progress').hidden = false;
  find('result').setAttribute('aria-busy', 'true');
  let answer;
  try {
    answer = await ask(endpoint, request, token, call.signal);
  } catch (error) {
    if (call !== running) return;
    answer = { errors: [{ message: `The gateway did not answer: ${error.message}`, extensions: { code: 'NETWORK' } }] };
  } finally {
    clearTimeout(timeout);
    if (call === running) {
      find('progress').hidden = true;
      find('result').removeAttribute('aria-busy');
    }
  }
  if (call === running) show(entry, shape, answer, isRefresh);
}

function drawCode(request) {
  find('code').hidden = false;
  if (written === request.inline) return;
  written = request.inline;
  const choose = (name) => {
    state.code = name;
    remember();
  };
  code({ tabs: find('code-tabs'), body: find('code-body') }, endpoint, request, sandbox?.token, state.code, choose, say);
}

function need(names) {
  freshness?.stop();
  find('badges').replaceChildren();
  find('request').open = true;
  const wanted = [...names.map((name) => h('code', {}, name)), ...(token ? [] : ['your Cloudflare API token'])];
  find('errors').replaceChildren(
    h(
      'div',
      { class: 'welcome' },
      h('h2', {}, 'Almost there'),
      h(
        'p',
        {},
        'To run this field, fill in ',
        ...wanted.flatMap((each, index) => (index === 0 ? [each] : index === wanted.length - 1 ? [' and ', each] : [', ', each])),
        '.',
      ),
      !token &&
        h(
          'p',
          { class: 'advice' },
          'Create a token at ',
          h('a', { href: 'https://dash.cloudflare.com/profile/api-tokens', rel: 'noreferrer' }, 'dash.cloudflare.com'),
          '. The zone id is on the overview page of the zone. The token stays in this tab.',
        ),
    ),
  );
  if (token) names.forEach(offer);
  find('result').removeAttribute('aria-busy');
  find('progress').hidden = true;
}

/** Offers the values of an argument that come from another field. */
async function offer(name) {
  const { entry } = shown;
  const source = sourceOf(
    inputsOf(entry).find((input) => input.name === name),
    entries,
  );
  if (!source) return;
  const found = await choices(schema, source, (request) => ask(endpoint, request, token)).catch(() => []);
  if (found.length === 0 || shown.entry !== entry || state.args[name]) return;
  find('errors').firstElementChild.append(
    select(`Choose one of ${title(source)}`, [['', 'choose …'], ...found.map(({ value, text }) => [value, text])], '', (value) =>
      fill(name, value),
    ),
  );
}

function show(entry, shape, answer, isRefresh) {
  const received = Date.now();
  const now = partsOf(entry, shape, answer.data?.[entry.path[0].name], state.args);
  const before = partsOf(entry, shape, answer.data?.[BEFORE], state.args);
  const parts = now.filter((part) => part.frames);
  trouble(find('errors'), answer.errors ?? [], {
    partial: parts.length > 0,
    sandbox: Boolean(sandbox),
    inputs: inputsOf(entry),
    form: find('arguments'),
    use: fill,
  });
  freshness?.stop();
  freshness = undefined;
  find('badges').replaceChildren();
  if (parts.length === 0) {
    clear();
    return schedule(answer.errors);
  }

  const oldest = parts
    .map((part) => part.answer.freshness)
    .filter(Boolean)
    .sort((a, b) => b.ageSeconds - a.ageSeconds)[0];
  if (oldest) freshness = badge(oldest, received);
  const lag = Math.max(...parts.map((part) => part.answer.dataLag ?? -1));
  find('badges').replaceChildren(
    ...[
      freshness?.element,
      lag >= 0 &&
        h(
          'span',
          { class: 'badge plain', title: 'Seconds between now and the last event that Cloudflare had processed' },
          `data lag ${age(lag)}`,
        ),
      parts.some((part) => part.answer.truncated) &&
        h('span', { class: 'badge stale', title: 'Cloudflare has more rows than it sent: raise `limit`' }, 'truncated'),
      ...parts.flatMap((part) => part.answer.messages ?? []).map((message) => h('span', { class: 'badge plain' }, message.message)),
    ].filter(Boolean),
  );

  const frames = compared(merge(parts), merge(before.filter((part) => part.frames)), state.compare);
  const options = {
    stacked: shape.stacked,
    compare: compares(),
    name: title(entry),
    say,
    changed: (again) => (again ? run() : remember()),
    nextPage: (cursor) => {
      state.rows = { ...state.rows, after: cursor };
      run();
    },
  };
  keepingPlace(() => view(frames, state, options));
  if (!isRefresh)
    say(`${title(entry)}: ${frames[0].kind === 'time' ? `${frames[0].series.length} series` : `${frames[0].rows.length} rows`} loaded`);
  document.documentElement.dataset.shown = entry.key;
  schedule(answer.errors);
}

/** The next refresh, if one is wanted: never while nobody looks, nor before an error says that it may be tried. */
function schedule(errors) {
  clearTimeout(timer);
  if (!state.refresh || document.hidden) return;
  const wait = Math.max(0, ...(errors ?? []).map((error) => error.extensions?.retryAfterSeconds ?? 0));
  const due =
    state.refresh === 'auto'
      ? Math.min(300, Math.max(5, ((freshness?.due ?? Date.now()) - Date.now()) / 1000 + 1))
      : Number(state.refresh) || 60;
  timer = setTimeout(() => run(true), Math.max(wait, due) * 1000);
}

function say(text) {
  find('status').textContent = text;
}

await start();
