// What a link shows to those who have no account.
import {get} from '/web/api.js';
import {diff} from '/web/diff.js';
import {card, el, show, state, when} from '/web/dom.js';
import {check, explanation, phases} from '/web/result.js';

const base = location.pathname.replace(/\/$/, '');

try {
  const task = await get(`${base}/task.json`);
  const address = `${base}/diff.patch`;
  document.title = `${task.prompt.split('\n')[0].slice(0, 60)} · Drydock`;
  show(
    card('', state(task.state), el('h1', {class: 'prose'}, task.prompt),
      el('p', {class: 'quiet'}, `${task.mode} · ${when(task.createdAt)} · this link ends ${when(task.expiresAt)}`)),
    ...[
      phases(task.phases),
      task.failure ? card('Failed', el('p', {}, task.failure)) : null,
      explanation(task.result),
      check(task.result),
    ].filter(Boolean),
    card('Diff', diff(await get(address), address)),
    card('Files', el('p', {class: 'row'}, task.files.map(file => el('a', {href: `${base}/${file}`}, file)))));
} catch (refused) {
  show(card('Something is wrong', el('p', {}, refused.message)));
}
