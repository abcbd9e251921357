// A task's events as a person reads them: pieces of one text flow together, a tool is one line that
// opens.
import {duration, el} from '/web/dom.js';

const MOST_ENTRIES = 1500;

export class Story {
  constructor() {
    this.element = el('div', {class: 'story', tabindex: 0, 'aria-label': 'What happened'});
    this.tools = new Map();
    this.open = undefined;
  }

  add(event) {
    const {element} = this;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
    this.#tell(event);
    while (element.childElementCount > MOST_ENTRIES) element.firstElementChild.remove();
    if (atEnd) element.scrollTop = element.scrollHeight;
  }

  #tell(event) {
    switch (event.type) {
      case 'agent_said': return this.#flow('said prose', event.type, event.text);
      case 'agent_thought': return this.#flow('thought prose', event.type, event.text);
      case 'output_written': return this.#flow('pre', `${event.type} ${event.phase}`, event.text);
      case 'user_said': return this.#entry(el('p', {class: 'user prose'}, event.text));
      case 'tool_started': return this.#tool(event);
      case 'tool_updated': return this.#toolUpdate(event);
      case 'plan_changed': return this.#entry(el('ul', {}, event.entries.map(e => el('li', {}, `${mark(e.status)} ${e.text}`))));
      case 'network_tried': return this.#network(event);
      default: {
        const line = sentence(event);
        if (line) this.#entry(el('div', {class: 'quiet'}, line));
      }
    }
  }

  #entry(element) {
    this.open = undefined;
    this.element.append(element);
  }

  #flow(style, kind, text) {
    if (this.open?.kind !== kind) {
      const element = style === 'pre' ? el('pre') : el('div', {class: style});
      this.#entry(element);
      this.open = {kind, element};
    }
    this.open.element.append(text);
  }

  #tool(event) {
    const output = el('pre', {}, event.input);
    const status = el('span', {class: 'quiet'}, ' …');
    this.tools.set(event.call, {output, status});
    this.#entry(el('details', {}, el('summary', {}, event.title, status), output));
  }

  #toolUpdate(event) {
    const tool = this.tools.get(event.call);
    if (!tool) return;
    tool.status.textContent = ` ${mark(event.status)}`;
    if (event.output) tool.output.append(`\n${event.output}`);
  }

  #network({tried, phase}) {
    const blocked = tried.decision === 'blocked';
    const what = `${tried.host}:${tried.port} ${tried.decision} in ${phase}${tried.reason ? `: ${tried.reason}` : ''}`;
    this.#entry(el('div', {class: blocked ? 'blocked' : 'quiet'}, what));
  }
}

function mark(status) {
  return {completed: '✓', failed: '✗', in_progress: '…', pending: '○'}[status] ?? status;
}

function limits({usd, tokens, time}) {
  return [usd && `$${usd}`, tokens && `${tokens} tokens`, duration(time)].filter(Boolean).join(', ');
}

function sentence(event) {
  switch (event.type) {
    case 'state_changed': return `${event.from} → ${event.to}${event.reason ? ` (${event.reason})` : ''}`.replaceAll('_', ' ');
    case 'phase_ended': return `${event.phase} took ${duration(event.took)}${event.note ? `: ${event.note}` : ''}`;
    case 'checked_out': return `at ${event.commit.slice(0, 10)} ${event.subject}`;
    case 'noted': return event.text;
    case 'permission_answered': return `${event.title}: ${event.allowed ? 'allowed' : 'denied'} by ${event.by}`;
    case 'budget_raised': return `more may be used: ${limits(event.budget)}`;
    case 'cancel_requested': return `canceled by ${event.actor.name}`;
    case 'diff_taken': return `${event.stat.files} ${event.stat.files === 1 ? 'file' : 'files'} changed, +${event.stat.additions} −${event.stat.deletions}`;
    case 'checked': return `check ${event.result.status}: ${event.result.command}`;
    case 'ended': return event.outcome.type;
    default: return undefined;
  }
}
