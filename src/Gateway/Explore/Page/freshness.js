// A badge that says where the answer came from and how old it is, and that ages.
import { h } from './dom.js';
import { age } from './format.js';

const MEANING = {
  HIT: ['from the cache', 'A fresh answer from the cache'],
  MISS: ['from Cloudflare', 'From Cloudflare: the cache had no answer'],
  BYPASS: ['from Cloudflare', 'From Cloudflare: the request bypassed the cache'],
  UPDATING: ['being fetched anew', 'An expired answer from the cache; the gateway is fetching a new one'],
  STALE: ['expired', 'An expired answer from the cache: Cloudflare can’t be asked'],
};

/** `{ element, stop }`; nothing if the answer has no freshness. */
export function badge(freshness, received) {
  const expires = Date.parse(freshness.expiresAt);
  const due = received + Math.max(0, expires - (Date.parse(freshness.fetchedAt) + freshness.ageSeconds * 1000));
  const text = h('span', {});
  const [from, meaning] = MEANING[freshness.status] ?? ['', freshness.status];
  const element = h(
    'span',
    {
      class: `badge ${freshness.status.toLowerCase()}`,
      title: `${meaning}. Fetched at ${freshness.fetchedAt}.`,
    },
    h('span', { class: 'dot', 'aria-hidden': 'true' }),
    h('strong', {}, freshness.status),
    text,
  );
  const tick = () => {
    const now = Date.now();
    text.textContent = `${from}, ${age(freshness.ageSeconds + (now - received) / 1000)} old`;
    element.classList.toggle('old', now > due);
    element.dataset.age = String(Math.round(freshness.ageSeconds + (now - received) / 1000));
  };
  tick();
  const timer = setInterval(tick, 1000);
  return { element, due, stop: () => clearInterval(timer) };
}
