// Where everyone comes in: log in if need be, then the page that the address names.
import {post, get} from '/web/api.js';
import {card, el, show} from '/web/dom.js';
import {list} from '/web/list.js';
import {task} from '/web/task.js';

async function start() {
  const code = /^#login=(.+)$/.exec(location.hash)?.[1];
  if (code) {
    // The code must not stay in the address bar or the history.
    history.replaceState(null, '', location.pathname);
    await post('/api/login', {code}).catch(() => undefined);
  }
  await page();
}

async function page() {
  try {
    const system = await get('/api/system');
    document.getElementById('health').textContent =
      `${system.running} of ${system.capacity} running, ${system.queued} queued · ${system.version}`;
    const id = /^\/tasks\/(\w+)$/.exec(location.pathname)?.[1];
    await (id ? task(id) : list());
  } catch (refused) {
    if (refused.status === 401) login();
    else show(card('Something is wrong', el('p', {}, refused.message)));
  }
}

function login() {
  const token = el('input', {type: 'password', autocomplete: 'current-password', required: true});
  const problem = el('p', {class: 'problem', role: 'alert'});
  const submit = async event => {
    event.preventDefault();
    try {
      await post('/api/login', {token: token.value.trim()});
      await page();
    } catch (refused) {
      problem.textContent = refused.message;
    }
  };
  show(card('Log in',
    el('p', {}, 'Open the address that the server printed when it started, or give its token (the file “token” in its home).'),
    el('form', {onsubmit: submit, class: 'row'},
      el('label', {}, 'Token', token), el('button', {class: 'main'}, 'Log in')),
    problem));
}

start();
