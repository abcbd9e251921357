// What an agent asks to be allowed: a policy answers at once, a person when there is time.
import type { TaskEvent } from '~/api/client';
import { milliseconds } from '~/time/duration';
import { add, type Lane, replace, type Story } from './story';

type Of<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
export type ApprovalAsked = Of<'approval_asked'>;
export type ApprovalAnswered = Of<'approval_answered'>;

export function permitted(story: Story, event: Of<'permission_answered'>): void {
  const { title: subject, allowed, by } = event;
  add(story, event, {
    kind: 'permission',
    tool: 'other',
    subject,
    input: '',
    answer: { allowed, by, remembered: false },
  });
}

export function approvalAsked(story: Story, lane: Lane, event: ApprovalAsked): void {
  const { approval, kind: tool, subject, input, at, patience } = event;
  const until = new Date(Date.parse(at) + milliseconds(patience)).toISOString();
  const row = { kind: 'permission', tool, subject, input, approval, until } as const;
  lane.approvals.set(approval, add(story, event, row));
}

export function approvalAnswered(story: Story, lane: Lane, event: ApprovalAnswered): void {
  const { approval, allowed, remembered, reason, actor } = event;
  const answer = { allowed, remembered, by: actor.name, ...(reason ? { reason } : {}) };
  replace(story, lane.approvals.get(approval), 'permission', row => ({ ...row, answer }));
  lane.approvals.delete(approval);
}

/** The agent that asked is gone: whatever comes after it asks anew. */
export function closeApprovals(story: Story, lane: Lane): void {
  for (const place of lane.approvals.values()) {
    replace(story, place, 'permission', row => ({ ...row, closed: true }));
  }
  lane.approvals.clear();
}
