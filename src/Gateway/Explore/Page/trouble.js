// The errors of an answer, each with what to do about it.
import { explain } from './advice.js';
import { h, prose } from './dom.js';
import { age } from './format.js';

/**
 * @param options `partial` (there is data too), `sandbox`, `inputs` (the field's arguments), `form` (where they are), and
 * `use(argument, value)`, which takes a suggestion.
 */
export function trouble(place, errors, { partial, sandbox, inputs, form, use }) {
  const unique = new Map(errors.map((error) => [JSON.stringify([error.message, error.extensions?.code]), error]));
  place.replaceChildren(...[...unique.values()].map((error) => notice(explain(error, { sandbox }), { partial, inputs, use })));
  form.querySelectorAll('[aria-invalid]').forEach((each) => each.removeAttribute('aria-invalid'));
  for (const error of errors) {
    const argument = error.extensions?.argument?.split(/[.[]/)[0];
    const control = argument && form.querySelector(`[data-argument="${CSS.escape(argument)}"] :is(input, select, textarea)`);
    if (control) control.setAttribute('aria-invalid', 'true');
  }
}

function notice(told, { partial, inputs, use }) {
  const wait = told.retryAfter > 0 && h('span', {});
  if (wait) countDown(wait, told.retryAfter);
  const canUse = told.suggestion && inputs.some((input) => input.name === told.argument);
  return h(
    'div',
    { class: partial ? 'error partial' : 'error', role: 'alert' },
    h('h2', {}, h('code', {}, told.code), told.where && h('span', { class: 'where' }, told.where)),
    h('p', {}, prose(told.message)),
    h('p', { class: 'advice' }, told.advice, wait && ' ', wait, told.ray && h('span', { class: 'ray' }, ` Ray ${told.ray}`)),
    canUse &&
      h(
        'button',
        { type: 'button', class: 'quiet', onclick: () => use(told.argument, told.suggestion) },
        `Use ${told.suggestion} for ${told.argument}`,
      ),
  );
}

function countDown(element, seconds) {
  const end = Date.now() + seconds * 1000;
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    element.textContent = left > 0 ? `Again in ${age(left)}.` : 'It can be tried now.';
    if (left > 0 && (element.isConnected || left === Math.ceil(seconds))) setTimeout(tick, 1000);
  };
  tick();
}
