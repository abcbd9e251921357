// What a task gave back, for its own page and for a shared one.
import {card, duration, el} from '/web/dom.js';

export function phases(timings) {
  const items = timings.map(timing =>
    el('li', {class: timing.took ? 'done' : 'now', title: timing.note ?? ''},
      el('b', {}, timing.phase),
      el('span', {class: 'quiet'}, timing.took ? duration(timing.took) : 'now')));
  return items.length ? card('Phases', el('ul', {class: 'phases'}, items)) : null;
}

export function explanation(result) {
  return result.explanation ? card('Explanation', el('p', {class: 'prose'}, result.explanation)) : null;
}

export function check({check}) {
  if (!check) return null;
  const good = check.status === 'passed';
  return card('Check',
    el('p', {class: good ? 'plus' : 'minus'}, `${good ? '✓' : '✗'} ${check.status} in ${duration(check.took)} (exit ${check.exitStatus})`),
    el('pre', {}, check.command));
}
