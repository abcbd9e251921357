// Tools, what they print, and what was tried on the network.
import type { TaskEvent } from '~/api/client';
import { NOTHING_PRINTED, print } from './printed';
import type { NetworkRow, Tried } from './rows';
import { spentHere } from './spent';
import { add, type Lane, replace, type Story } from './story';

type Of<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;

export function toolStarted(story: Story, lane: Lane, event: Of<'tool_started'>): void {
  const { call, title, kind: tool, input } = event;
  const place = add(story, event, {
    kind: 'tool',
    call,
    title,
    tool,
    input,
    status: 'running',
    printed: NOTHING_PRINTED,
    ...spentHere(lane),
  });
  lane.tools.set(call, place);
}

/** Pieces while it runs; at its end the whole, which takes their place. */
export function toolUpdated(story: Story, lane: Lane, event: Of<'tool_updated'>): void {
  const { call, status, output } = event;
  const ended = status === 'completed' || status === 'failed';
  // Our agent's word for it; what was printed until then is worth more.
  const isCut = status === 'failed' && output === 'cancelled';
  replace(story, lane.tools.get(call), 'tool', row => {
    if (!ended) return { ...row, printed: print(row.printed, output) };
    const took = Date.parse(event.at) - Date.parse(row.at);
    if (isCut) return { ...row, status: 'cut', took };
    return { ...row, status, took, printed: output ? { text: output, dropped: 0 } : row.printed };
  });
  if (ended) lane.tools.delete(call);
}

/** Whatever still runs does so no more. */
export function cutTools(story: Story, lane: Lane): void {
  for (const place of lane.tools.values()) {
    replace(story, place, 'tool', row => ({ ...row, status: 'cut' }));
  }
  lane.tools.clear();
}

/** A hostile program tries a thousand hosts: so many are listed, the others counted. */
const HOSTS = 40;

export function networkTried(story: Story, lane: Lane, event: Of<'network_tried'>): void {
  const { phase, tried } = event;
  const grown = replace(story, lane.network, 'network', row =>
    row.phase === phase ? withTried(row, tried) : row,
  );
  const row = lane.network === undefined ? undefined : story.rows[lane.network];
  if (grown && row?.kind === 'network' && row.phase === phase) return;
  lane.network = add(story, event, {
    kind: 'network',
    phase,
    tried: [{ ...tried, times: 1 }],
    further: 0,
  });
}

function withTried(row: NetworkRow, one: Of<'network_tried'>['tried']): NetworkRow {
  const same = (it: Tried) =>
    it.host === one.host && it.port === one.port && it.decision === one.decision;
  const place = row.tried.findIndex(same);
  const known = row.tried[place];
  if (known) {
    return { ...row, tried: row.tried.with(place, { ...known, times: known.times + 1 }) };
  }
  if (row.tried.length >= HOSTS) return { ...row, further: row.further + 1 };
  return { ...row, tried: [...row.tried, { ...one, times: 1 }] };
}
