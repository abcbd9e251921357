// The composer, and the tasks so far.
import {call, get, post} from '/web/api.js';
import {card, el, show, state, when} from '/web/dom.js';

const LOOK_AGAIN_MS = 4000;

export async function list() {
  const rows = el('ul', {class: 'tasks'});
  const more = el('button', {hidden: true}, 'Older tasks');
  show(await composer(), card('Tasks', rows, more));
  let pages = 1;
  const refresh = async () => {
    const tasks = [];
    let cursor;
    for (let page = 0; page < pages; page++) {
      const found = await get(`/api/tasks?limit=30${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      tasks.push(...found.tasks);
      cursor = found.next;
      if (!cursor) break;
    }
    more.hidden = !cursor;
    rows.replaceChildren(...(tasks.length ? tasks.map(row) : [el('li', {class: 'quiet'}, 'None yet.')]));
  };
  more.addEventListener('click', () => { pages++; refresh(); });
  await refresh();
  setInterval(() => document.hidden || refresh().catch(() => undefined), LOOK_AGAIN_MS);
}

function row(task) {
  const stat = task.result.diffStat;
  return el('li', {}, el('a', {href: `/tasks/${task.id}`},
    state(task.state),
    el('span', {class: 'title'}, task.prompt.split('\n')[0]),
    el('span', {class: 'quiet'}, stat ? `+${stat.additions} −${stat.deletions} · ` : '', when(task.createdAt))));
}

async function composer() {
  const {models} = await get('/api/models');
  const prompt = el('textarea', {required: true, placeholder: 'What should be done?', 'aria-label': 'What should be done?'});
  const url = el('input', {placeholder: 'https://… or a path; none = an empty repository'});
  const ref = el('input', {placeholder: 'the default branch'});
  const mode = el('select', {}, option('code', 'Code: give me a diff'), option('ask', 'Ask: explain, change nothing'));
  const model = el('select', {}, option('', 'the default'), ...models.map(m => option(m.name, m.name)));
  const check = el('input', {placeholder: 'npm test'});
  const archive = el('input', {type: 'file', accept: '.zip,.tar.gz,.tgz', 'aria-label': 'Archive'});
  const problem = el('p', {class: 'problem', role: 'alert'});
  const send = el('button', {class: 'main'}, 'Start');
  const submit = async event => {
    event.preventDefault();
    send.disabled = true;
    problem.textContent = '';
    try {
      const repo = await code(archive.files[0], url.value.trim(), ref.value.trim());
      const asked = {prompt: prompt.value, mode: mode.value, repo, model: model.value || undefined, check: check.value.trim() || undefined};
      const task = await post('/api/tasks', asked);
      location.href = `/tasks/${task.id}`;
    } catch (refused) {
      problem.textContent = refused.message;
      send.disabled = false;
    }
  };
  return card('New task', el('form', {onsubmit: submit},
    prompt,
    el('div', {class: 'row'}, el('label', {}, 'Repository', url), el('label', {}, 'Branch, tag or commit', ref), dropZone(archive)),
    el('div', {class: 'row'}, el('label', {}, 'Mode', mode), el('label', {}, 'Model', model), el('label', {}, 'Check', check)),
    el('p', {class: 'row'}, send), problem));
}

async function code(file, url, ref) {
  const upload = file
    ? (await call('POST', `/api/uploads?name=${encodeURIComponent(file.name)}`, file)).upload
    : undefined;
  if (!upload && !url) return undefined;
  return {url: upload ? undefined : url, upload, ref: ref || undefined};
}

function dropZone(input) {
  const zone = el('label', {class: 'drop'}, 'or drop a zip or tar.gz here', input);
  zone.addEventListener('dragover', event => { event.preventDefault(); zone.classList.add('over'); });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', event => {
    event.preventDefault();
    zone.classList.remove('over');
    input.files = event.dataTransfer.files;
  });
  return zone;
}

function option(value, text) {
  return el('option', {value}, text);
}
