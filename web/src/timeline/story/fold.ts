// Events become rows: pure of the page, so that recorded events say in tests what a reader sees.
import type { TaskEvent } from '~/api/client';
import { isEnded } from '~/api/queries';
import { milliseconds } from '~/time/duration';
import { approvalAnswered, approvalAsked, closeApprovals, permitted } from './permission';
import { NOTHING_PRINTED, print } from './printed';
import type { DoneRow, TurnRow } from './rows';
import { speak } from './speech';
import { modelCalled } from './spent';
import { add, emptyStory, FIRST, type Lane, laneOf, replace, type Story } from './story';
import { cutTools, networkTried, toolStarted, toolUpdated } from './work';

type Of<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;

export function storyOf(events: Iterable<TaskEvent>): Story {
  const story = emptyStory();
  for (const event of events) fold(story, event);
  return story;
}

/** Takes one more event into the story. */
export function fold(story: Story, event: TaskEvent): void {
  const lane = laneOf(story, event.attempt);
  story.version++;
  if (!GOES_BESIDE.has(event.type)) lane.text = undefined;
  if (!GOES_WITH_NETWORK.has(event.type)) lane.network = undefined;
  if (event.type !== 'model_called') lane.refused = undefined;
  take(story, lane, event);
}

/** These come from elsewhere while the agent speaks, and do not interrupt it. */
const GOES_BESIDE: ReadonlySet<string> = new Set<TaskEvent['type']>([
  'agent_said',
  'agent_thought',
  'model_called',
  'network_tried',
  'shared',
  'share_revoked',
  'archived',
  'unarchived',
]);

const GOES_WITH_NETWORK: ReadonlySet<string> = new Set<TaskEvent['type']>([
  'network_tried',
  'output_written',
  'tool_updated',
]);

function take(story: Story, lane: Lane, event: TaskEvent): void {
  switch (event.type) {
    case 'task_created':
      asked(story, event, event.request.prompt, event.request.attachments);
      waits(story, lane, event);
      break;
    case 'user_said':
      asked(story, event, event.text, event.attachments);
      break;
    case 'state_changed':
      moved(story, lane, event);
      break;
    case 'phase_started':
      phaseStarted(story, lane, event);
      break;
    case 'phase_ended':
      phaseEnded(story, lane, event);
      break;
    case 'checked_out':
      replace(story, lane.phase, 'phase', row => ({
        ...row,
        commit: { id: event.commit, subject: event.subject },
      }));
      break;
    case 'output_written':
      replace(story, lane.phase, 'phase', row => ({
        ...row,
        printed: print(row.printed, event.text),
      }));
      break;
    case 'noted':
      add(story, event, { kind: 'note', text: event.text });
      break;
    case 'network_tried':
      networkTried(story, lane, event);
      break;
    case 'agent_said':
    case 'agent_thought':
      speak(story, lane, event);
      break;
    case 'tool_started':
      toolStarted(story, lane, event);
      break;
    case 'tool_updated':
      toolUpdated(story, lane, event);
      break;
    case 'plan_changed':
      planned(story, lane, event);
      break;
    case 'permission_answered':
      permitted(story, event);
      break;
    case 'model_called':
      modelCalled(story, lane, event);
      break;
    case 'approval_asked':
      approvalAsked(story, lane, event);
      break;
    case 'approval_answered':
      approvalAnswered(story, lane, event);
      break;
    case 'agent_stopped':
      cutTools(story, lane);
      break;
    case 'explained':
      // The agent's last words, which stand above it already.
      break;
    case 'diff_taken':
      add(story, event, { kind: 'diff', stat: event.stat, setupTouched: event.setupTouched });
      break;
    case 'checked':
      add(story, event, { kind: 'check', result: event.result });
      break;
    case 'artifacts_kept':
      if (event.artifacts.length) {
        add(story, event, { kind: 'artifacts', artifacts: event.artifacts });
      }
      break;
    case 'budget_raised':
      add(story, event, {
        kind: 'budget',
        budget: event.budget,
        from: event.from,
        by: event.actor.name,
      });
      break;
    case 'cancel_requested':
      done(story, event, 'cancel');
      break;
    case 'shared':
      done(story, event, 'share');
      break;
    case 'share_revoked':
      done(story, event, 'unshare');
      break;
    case 'archived':
      done(story, event, 'archive');
      break;
    case 'unarchived':
      done(story, event, 'unarchive');
      break;
    case 'ended':
      ended(story, lane, event);
      break;
  }
}

function asked(story: Story, event: TaskEvent, text: string, attachments: readonly string[]): void {
  add(story, event, { kind: 'asked', text, attachments, by: event.actor.name });
}

function done(story: Story, event: TaskEvent, what: DoneRow['what']): void {
  add(story, event, { kind: 'done', what, by: event.actor.name });
}

/** The plain way through the states shows in the phases; what is left is told. */
function moved(story: Story, lane: Lane, event: Of<'state_changed'>): void {
  const { from, to, reason } = event;
  const why = reason ? { reason } : {};
  if (from === 'queued' && to !== 'queued') endWait(story, lane, event.at);
  const isNew = to === 'queued' && lane.phase === undefined && story.rows.length > 0;
  if (isEnded(from) || isNew) {
    if (isEnded(from)) lane.turn++;
    headed(story, event, { kind: 'turn', turn: lane.turn, ...why });
  } else if (reason || to === 'waiting') {
    if (to === 'queued') stop(story, lane);
    add(story, event, { kind: 'moved', to, ...why });
  }
  if (to === 'queued') waits(story, lane, event);
}

/** A turn is headed before what was asked for it. */
function headed(story: Story, event: TaskEvent, heading: Omit<TurnRow, 'id' | 'at' | 'attempt'>) {
  const last = story.rows.at(-1);
  if (last?.kind === 'asked' && last.id !== FIRST) {
    story.rows.pop();
    add(story, event, heading);
    story.rows.push(last);
  } else add(story, event, heading);
}

function waits(story: Story, lane: Lane, event: TaskEvent): void {
  stop(story, lane);
  lane.phase = add(story, event, {
    kind: 'phase',
    phase: 'queue',
    ends: 'open',
    printed: NOTHING_PRINTED,
  });
}

function endWait(story: Story, lane: Lane, at: string): void {
  replace(story, lane.phase, 'phase', row =>
    row.phase === 'queue'
      ? { ...row, ends: 'ended', took: Date.parse(at) - Date.parse(row.at) }
      : row,
  );
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

function ended(story: Story, lane: Lane, event: Of<'ended'>): void {
  const { outcome } = event;
  stop(story, lane);
  if (outcome.type === 'failed') {
    replace(story, lane.phase, 'phase', row =>
      row.phase === outcome.phase ? { ...row, ends: 'failed' } : row,
    );
  }
  add(story, event, { kind: 'ended', outcome });
}

function stop(story: Story, lane: Lane): void {
  cutTools(story, lane);
  closeApprovals(story, lane);
  replace(story, lane.phase, 'phase', row => (row.ends === 'open' ? { ...row, ends: 'cut' } : row));
}

/** A plan that a tool was called for stands in place of the call. */
function planned(story: Story, lane: Lane, event: Of<'plan_changed'>): void {
  replace(story, lane.plan, 'plan', row => ({ ...row, old: true }));
  const last = story.rows.at(-1);
  if (last?.kind === 'tool' && last.tool === 'think' && last.status === 'running') {
    lane.tools.delete(last.call);
    story.rows.pop();
  }
  lane.plan = add(story, event, { kind: 'plan', entries: event.entries, old: false });
}
