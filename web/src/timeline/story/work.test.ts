import { describe, expect, test } from 'vitest';
import type { TaskEvent } from '~/api/client';
import { fold, storyOf } from './fold';
import type { ApprovalAnswered, ApprovalAsked } from './permission';
import { emptyStory } from './story';

let number = 0;
function event<B extends { type: string }>(body: B, attempt = 1, at = '2026-05-17T10:00:00Z') {
  const actor = { kind: 'user' as const, name: 'ada' };
  return { number: ++number, attempt, at, actor, ...body };
}

function tried(host: string, decision: 'allowed' | 'blocked', reason = ''): TaskEvent {
  return event({
    type: 'network_tried' as const,
    phase: 'setup' as const,
    tried: { host, port: 443, decision, reason },
  });
}

describe('the network', () => {
  test('attempts are told by host, with how often', () => {
    const { rows } = storyOf([
      tried('a.example', 'allowed'),
      tried('b.example', 'blocked', 'not on the list'),
      tried('a.example', 'allowed'),
    ]);
    expect(rows).toMatchObject([
      {
        kind: 'network',
        further: 0,
        tried: [
          { host: 'a.example', decision: 'allowed', times: 2 },
          { host: 'b.example', decision: 'blocked', reason: 'not on the list', times: 1 },
        ],
      },
    ]);
  });
  test('of a thousand hosts forty are told and the others counted', () => {
    const { rows } = storyOf(
      Array.from({ length: 1_000 }, (_, i) => tried(`h${i}.example`, 'blocked')),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ further: 960 });
  });
});

describe('tools', () => {
  const started = (call: string, attempt = 1) =>
    event(
      { type: 'tool_started' as const, call, title: 'make', kind: 'execute', input: '' },
      attempt,
    );
  const updated = (call: string, status: string, output: string, attempt = 1) =>
    event({ type: 'tool_updated' as const, call, status, output }, attempt, '2026-05-17T10:00:03Z');

  test('two at once, and two attempts with the same names, are kept apart', () => {
    const { rows } = storyOf([
      started('a'),
      started('b'),
      started('a', 2),
      updated('b', 'in_progress', 'bee'),
      updated('a', 'in_progress', 'two', 2),
      updated('a', 'completed', 'one'),
    ]);
    expect(rows).toMatchObject([
      { attempt: 1, call: 'a', status: 'completed', took: 3_000, printed: { text: 'one' } },
      { attempt: 1, call: 'b', status: 'running', printed: { text: 'bee' } },
      { attempt: 2, call: 'a', status: 'running', printed: { text: 'two' } },
    ]);
  });
  test('of what prints without end the last megabyte is kept', () => {
    const piece = `${'x'.repeat(1_023)}\n`;
    const { rows } = storyOf([
      started('a'),
      ...Array.from({ length: 5_000 }, () => updated('a', 'in_progress', piece)),
    ]);
    const [row] = rows;
    if (row?.kind !== 'tool') throw new Error('no tool');
    expect(row.printed.text.length).toBeLessThanOrEqual(1.5 * 1_048_576);
    expect(row.printed.text.length + row.printed.dropped).toBe(5_000 * 1_024);
  });
});

describe('permission', () => {
  const asked: ApprovalAsked = event({
    type: 'approval_asked' as const,
    approval: '1-3',
    call: 'c',
    kind: 'execute',
    subject: 'rm -r build',
    input: '{"command":"rm -r build"}',
    patience: 'PT10M',
  });
  const answered = (body: Partial<ApprovalAnswered>): ApprovalAnswered =>
    event({
      type: 'approval_answered' as const,
      approval: '1-3',
      allowed: true,
      remembered: false,
      ...body,
    });

  test('is asked for, and answered in the same row', () => {
    const story = emptyStory();
    fold(story, asked);
    expect(story.rows).toEqual([
      {
        id: 10_000,
        at: asked.at,
        attempt: 1,
        kind: 'permission',
        tool: 'execute',
        subject: 'rm -r build',
        input: '{"command":"rm -r build"}',
        approval: '1-3',
        until: '2026-05-17T10:10:00.000Z',
      },
    ]);
    fold(story, answered({ allowed: false, reason: 'nobody answered' }));
    expect(story.rows).toHaveLength(1);
    expect(story.rows[0]).toMatchObject({
      answer: { allowed: false, remembered: false, by: 'ada', reason: 'nobody answered' },
    });
  });
  test('is not waited for once the agent is gone', () => {
    const story = emptyStory();
    fold(story, asked);
    const [from, to] = ['running', 'queued'] as const;
    fold(story, event({ type: 'state_changed' as const, from, to, reason: 'restarted' }));
    expect(story.rows[0]).toMatchObject({ approval: '1-3', closed: true });
  });
});
