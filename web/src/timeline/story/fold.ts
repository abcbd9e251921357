// Events become rows: pure of the page, so that recorded events say in tests what a reader sees.
import type { TaskEvent } from '~/api/client';
import { isEnded } from '~/api/queries';
import { milliseconds } from '~/time/duration';
import { NOTHING_PRINTED, print } from './printed';
import { speak } from './speech';
import { add, emptyStory, type Lane, laneOf, replace, type Story } from './story';
import { cutTools, networkTried, toolStarted, toolUpdated } from './work';

type Of<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;

export function storyOf(events: Iterable<TaskEvent>): Story {
  const story = emptyStory();
  for (const event of events) fold(story, event);
  return story;
}

/** Takes one more event into the story. */
export function fold(story: Story, event: TaskEvent): void {
  const isNew = story.rows.length > 0 && !story.lanes.has(event.attempt);
  const lane = laneOf(story, event.attempt);
  if (isNew) add(story, event, { kind: 'turn', turn: 1 });
  story.version++;
  if (!GOES_BESIDE.has(event.type)) lane.text = undefined;
  if (!GOES_WITH_NETWORK.has(event.type)) lane.network = undefined;
  if (event.type !== 'model_called' && event.type !== 'agent_said') lane.calls = undefined;
  take(story, lane, event);
}

/** These come from elsewhere while the agent speaks, and do not interrupt it. */
const GOES_BESIDE: ReadonlySet<TaskEvent['type']> = new Set<TaskEvent['type']>([
  'agent_said',
  'agent_thought',
  'model_called',
  'network_tried',
  'shared',
  'share_revoked',
]);

const GOES_WITH_NETWORK: ReadonlySet<TaskEvent['type']> = new Set<TaskEvent['type']>([
  'network_tried',
  'output_written',
  'tool_updated',
]);

function take(story: Story, lane: Lane, event: TaskEvent): void {
  switch (event.type) {
    case 'task_created':
      return asked(story, event, event.request.prompt, event.request.attachments);
    case 'user_said':
      return asked(story, event, event.text, event.attachments);
    case 'state_changed':
      return moved(story, lane, event);
    case 'phase_started':
      return phaseStarted(story, lane, event);
    case 'phase_ended':
      return phaseEnded(story, lane, event);
    case 'checked_out':
      replace(story, lane.phase, 'phase', row => ({
        ...row,
        commit: { id: event.commit, subject: event.subject },
      }));
      return;
    case 'output_written':
      replace(story, lane.phase, 'phase', row => ({
        ...row,
        printed: print(row.printed, event.text),
      }));
      return;
    case 'noted':
      add(story, event, { kind: 'note', text: event.text });
      return;
    case 'network_tried':
      return networkTried(story, lane, event);
    case 'agent_said':
    case 'agent_thought':
      return speak(story, lane, event);
    case 'tool_started':
      return toolStarted(story, lane, event);
    case 'tool_updated':
      return toolUpdated(story, lane, event);
    case 'plan_changed':
      return planned(story, lane, event);
    case 'permission_answered':
      add(story, event, {
        kind: 'permission',
        call: event.call,
        title: event.title,
        answer: { allowed: event.allowed, by: event.by },
      });
      return;
    case 'model_called':
      return modelCalled(story, lane, event);
    case 'agent_stopped':
      return cutTools(story, lane);
    case 'explained':
      // The agent's last words, which stand above it already.
      return;
    case 'diff_taken':
      add(story, event, { kind: 'diff', stat: event.stat, setupTouched: event.setupTouched });
      return;
    case 'checked':
      add(story, event, { kind: 'check', result: event.result });
      return;
    case 'artifacts_kept':
      if (event.artifacts.length) {
        add(story, event, { kind: 'artifacts', artifacts: event.artifacts });
      }
      return;
    case 'budget_raised':
      add(story, event, { kind: 'budget', budget: event.budget, by: event.actor.name });
      return;
    case 'cancel_requested':
      return done(story, event, 'cancel');
    case 'shared':
      return done(story, event, 'share');
    case 'share_revoked':
      return done(story, event, 'unshare');
    case 'ended':
      stop(story, lane);
      add(story, event, { kind: 'ended', outcome: event.outcome });
      return;
  }
}

function asked(story: Story, event: TaskEvent, text: string, attachments: readonly string[]): void {
  add(story, event, { kind: 'asked', text, attachments, by: event.actor.name });
}

function done(story: Story, event: TaskEvent, what: 'cancel' | 'share' | 'unshare'): void {
  add(story, event, { kind: 'done', what, by: event.actor.name });
}

/** The plain way through the states shows in the phases; what is left is told. */
function moved(story: Story, lane: Lane, event: Of<'state_changed'>): void {
  const { from, to, reason } = event;
  const why = reason ? { reason } : {};
  if (to === 'queued') stop(story, lane);
  if (isEnded(from)) {
    lane.turn++;
    add(story, event, { kind: 'turn', turn: lane.turn, ...why });
  } else if (reason || to === 'waiting') {
    add(story, event, { kind: 'moved', to, ...why });
  }
}

function phaseStarted(story: Story, lane: Lane, event: Of<'phase_started'>): void {
  stop(story, lane);
  lane.phase = add(story, event, {
    kind: 'phase',
    phase: event.phase,
    ends: 'open',
    printed: NOTHING_PRINTED,
  });
}

function phaseEnded(story: Story, lane: Lane, event: Of<'phase_ended'>): void {
  const { phase, took, note } = event;
  const open = lane.phase === undefined ? undefined : story.rows[lane.phase];
  if (open?.kind !== 'phase' || open.phase !== phase) return;
  replace(story, lane.phase, 'phase', row => ({
    ...row,
    ends: 'ended',
    took: milliseconds(took),
    ...(note ? { note } : {}),
  }));
}

function stop(story: Story, lane: Lane): void {
  cutTools(story, lane);
  replace(story, lane.phase, 'phase', row => (row.ends === 'open' ? { ...row, ends: 'cut' } : row));
}

function planned(story: Story, lane: Lane, event: Of<'plan_changed'>): void {
  replace(story, lane.plan, 'plan', row => ({ ...row, old: true }));
  lane.plan = add(story, event, { kind: 'plan', entries: event.entries, old: false });
}

function modelCalled(story: Story, lane: Lane, event: Of<'model_called'>): void {
  const { usage, status } = event;
  const failed = status >= 400 ? { failed: status } : {};
  const grown = replace(story, lane.calls, 'calls', row => ({
    ...row,
    model: event.model,
    calls: row.calls + 1,
    input: row.input + usage.tokens.input,
    output: row.output + usage.tokens.output,
    usd: row.usd + usage.usd,
    took: row.took + milliseconds(event.took),
    ...failed,
  }));
  if (grown) return;
  lane.calls = add(story, event, {
    kind: 'calls',
    model: event.model,
    calls: 1,
    input: usage.tokens.input,
    output: usage.tokens.output,
    usd: usage.usd,
    took: milliseconds(event.took),
    ...failed,
  });
}
