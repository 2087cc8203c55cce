// The request as code, in tabs.
import { h } from './dom.js';
import { snippets } from './snippets.js';

export function code({ tabs, body }, endpoint, request, sandboxToken, chosen, choose, say) {
  const all = snippets(endpoint, request, sandboxToken);
  const current = all.find((each) => each.name === chosen) ?? all[0];
  const show = (snippet, focus) => {
    for (const tab of tabs.children) {
      const isCurrent = tab.dataset.name === snippet.name;
      tab.setAttribute('aria-selected', String(isCurrent));
      tab.tabIndex = isCurrent ? 0 : -1;
      if (isCurrent && focus) tab.focus();
    }
    const button = h('button', { type: 'button', class: 'copy', onclick: () => copy(snippet.text, button, say) }, 'Copy');
    body.replaceChildren(
      h(
        'div',
        { id: 'code-panel', role: 'tabpanel', 'aria-label': snippet.name },
        h('div', { class: 'code-head' }, h('span', { class: 'hint' }, snippet.hint), button),
        h('pre', { tabindex: '0', 'aria-label': `The request as ${snippet.name}` }, h('code', {}, snippet.text)),
      ),
    );
  };
  tabs.replaceChildren(
    ...all.map((snippet, index) =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          'data-name': snippet.name,
          'aria-controls': 'code-panel',
          id: `code-tab-${index}`,
          onclick: () => {
            show(snippet);
            choose(snippet.name);
          },
          onkeydown: (event) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            if (!step) return;
            event.preventDefault();
            const next = all[(index + step + all.length) % all.length];
            show(next, true);
            choose(next.name);
          },
        },
        snippet.name,
      ),
    ),
  );
  show(current);
}

export async function copy(text, button, say) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
    say('Copied to the clipboard');
  } catch {
    button.textContent = 'Not copied: select it';
    say('The browser does not allow to copy');
  }
  setTimeout(() => {
    button.textContent = label;
  }, 1600);
}
