// The agent's words and thoughts: pieces become one text, a long text several rows.
import type { TaskEvent } from '~/api/client';
import { cut } from './prose';
import { spentHere } from './spent';
import { add, type Lane, replace, type Story } from './story';

/** A long text is looked at for a cut each time it has grown by this much. */
const STEP = 1_000;

export function speak(
  story: Story,
  lane: Lane,
  event: Extract<TaskEvent, { type: 'agent_said' | 'agent_thought' }>,
): void {
  const kind = event.type === 'agent_said' ? 'said' : 'thought';
  const grows = lane.text !== undefined && story.rows[lane.text]?.kind === kind;
  if (!grows) {
    if (!event.text.trim()) return;
    lane.text = add(story, event, { kind, text: '', goesOn: false, ...spentHere(lane) });
    lane.nextCut = STEP;
  }
  replace(story, lane.text, kind, row => ({ ...row, text: row.text + event.text }));
  divide(story, lane, event, kind);
}

function divide(story: Story, lane: Lane, event: TaskEvent, kind: 'said' | 'thought'): void {
  for (;;) {
    const row = lane.text === undefined ? undefined : story.rows[lane.text];
    if (row?.kind !== kind || row.text.length < lane.nextCut) return;
    const found = cut(row.text);
    if (!found) {
      lane.nextCut = row.text.length + STEP;
      return;
    }
    replace(story, lane.text, kind, it => ({ ...it, text: found.head }));
    lane.text = add(story, event, { kind, text: found.tail, goesOn: true });
    lane.nextCut = 0;
  }
}
