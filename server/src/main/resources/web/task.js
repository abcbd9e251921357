// One task, live.
import {get, post} from '/web/api.js';
import {diff} from '/web/diff.js';
import {card, el, show, state, when} from '/web/dom.js';
import {check, explanation, phases} from '/web/result.js';
import {Story} from '/web/story.js';

const ENDED = ['succeeded', 'failed', 'canceled'];
const CHANGES_TASK = ['state_changed', 'phase_started', 'phase_ended', 'explained', 'diff_taken', 'checked', 'ended', 'model_called'];

export async function task(id) {
  const path = `/api/tasks/${id}`;
  const story = new Story();
  const [about, timing, failure, text, checked, change, files] = Array.from({length: 7}, () => el('div'));
  let last = 0;
  let pending;
  let stream;

  const refresh = async () => {
    pending = undefined;
    const seen = await get(path);
    document.title = `${seen.prompt.split('\n')[0].slice(0, 60)} · Drydock`;
    put(about, head(seen, act));
    put(timing, phases(seen.phases));
    put(failure, seen.failure ? failed(seen.failure) : null);
    put(text, explanation(seen.result));
    put(checked, check(seen.result));
    put(change, await changed(seen));
    put(files, await logs(path));
  };
  const soon = () => { pending ??= setTimeout(refresh, 250); };
  const act = async action => {
    await post(`${path}/${action}`);
    await refresh();
    listen();
  };

  const listen = () => {
    stream?.close();
    stream = new EventSource(`${path}/events?after=${last}`);
    stream.onmessage = message => {
      const event = JSON.parse(message.data);
      last = event.number;
      story.add(event);
      if (CHANGES_TASK.includes(event.type)) soon();
    };
    stream.addEventListener('end', () => { stream.close(); soon(); });
    stream.addEventListener('gone', () => { stream.close(); location.href = '/'; });
  };

  show(about, timing, failure, text, checked, change, card('What happened', story.element), reply(path, listen), files);
  await refresh();
  listen();
}

function put(hole, content) {
  hole.replaceChildren(...(content ? [content] : []));
}

function head(task, act) {
  const ended = ENDED.includes(task.state);
  const repo = task.repo?.url ?? (task.repo?.upload ? 'an uploaded archive' : 'an empty repository');
  const spent = `${task.usage.calls} model calls, ${task.usage.tokens.input + task.usage.tokens.output} tokens` +
    (Number(task.usage.usd) ? `, $${Number(task.usage.usd).toFixed(4)}` : '');
  return card('',
    el('div', {class: 'row spread'}, state(task.state),
      el('span', {class: 'row'},
        el('button', {onclick: () => act(ended ? 'retry' : 'cancel')}, ended ? 'Run again' : 'Cancel'),
        share(task.id))),
    el('h1', {class: 'prose'}, task.prompt),
    task.queue ? el('p', {}, `Number ${task.queue.position} in the queue: ${task.queue.reason}`) : null,
    el('p', {class: 'quiet'}, [repo, task.repo?.ref, task.model, task.mode, when(task.createdAt), spent].filter(Boolean).join(' · ')));
}

function share(id) {
  const button = el('button', {onclick: async () => {
    const made = await post(`/api/tasks/${id}/shares`, {});
    button.replaceWith(el('input', {readonly: true, value: made.url, 'aria-label': 'Link for seven days', onfocus: event => event.target.select()}));
  }}, 'Share');
  return button;
}

function failed(failure) {
  return el('section', {class: 'card failure'},
    el('h2', {}, `Failed: ${failure.cause.replaceAll('_', ' ')}`),
    el('p', {}, failure.message),
    failure.logTail ? el('pre', {}, failure.logTail) : null);
}

async function changed(task) {
  if (!task.result.diffStat) return null;
  const address = `/api/tasks/${task.id}/diff.patch`;
  return card('Diff', diff(await get(address), address),
    el('p', {class: 'row'}, el('a', {href: address, download: true}, 'diff.patch'), el('a', {href: `/api/tasks/${task.id}/tree.zip`, download: true}, 'the whole tree')));
}

async function logs(path) {
  const {files} = await get(`${path}/files`);
  if (!files.length) return null;
  const links = files.map(file => el('a', {href: new URL(file.url).pathname}, `${file.attempt > 1 ? `attempt ${file.attempt}: ` : ''}${file.path}`));
  return card('Files', el('p', {class: 'row'}, links, el('a', {href: `${path}/logs.zip`, download: true}, 'all as zip')));
}

function reply(path, listen) {
  const text = el('textarea', {required: true, placeholder: 'Steer it while it runs, or ask for more once it is done', 'aria-label': 'Message'});
  const problem = el('p', {class: 'problem', role: 'alert'});
  const submit = async event => {
    event.preventDefault();
    try {
      await post(`${path}/messages`, {text: text.value});
      text.value = '';
      problem.textContent = '';
      listen();
    } catch (refused) {
      problem.textContent = refused.message;
    }
  };
  return card('Reply', el('form', {onsubmit: submit}, text, el('p', {class: 'row'}, el('button', {class: 'main'}, 'Send')), problem));
}
