import { describe, expect, test } from 'vitest';
import type { TaskEvent } from '~/api/client';
import { storyOf } from './fold';
import { cut } from './prose';

const paragraph = `${'word '.repeat(100)}\n\n`;

describe('a long text', () => {
  test('that is not long is whole', () => {
    expect(cut('short')).toBeUndefined();
  });
  test('is cut between paragraphs', () => {
    const found = cut(paragraph.repeat(8));
    expect(found?.head).toBe(paragraph.repeat(7).concat(paragraph).trimEnd().concat(' '));
    expect(found?.tail).toBe('');
  });
  test('is not cut within a block of code, unless there is no end of it', () => {
    const code = `${paragraph}\`\`\`py\n${'a = 1\n\n'.repeat(600)}`;
    expect(cut(code)).toBeUndefined();
    const endless = `\`\`\`py\n${'a = 1\n\n'.repeat(3_000)}`;
    const found = cut(endless);
    expect(found?.head.length).toBeLessThanOrEqual(12_000);
    expect(found?.tail.startsWith('```py\na = 1\n')).toBe(true);
  });
  test('without any line is cut all the same, between whole characters', () => {
    const found = cut('😀'.repeat(8_000));
    expect(found && [...found.head, ...found.tail].length).toBe(8_000);
  });
});

test('a text without end costs each piece the same, and loses nothing', () => {
  const events = Array.from({ length: 20_000 }, (_, i) => said(i + 1, `piece ${i} of a text\n\n`));
  const start = performance.now();
  const { rows } = storyOf(events);
  expect(performance.now() - start).toBeLessThan(2_000);
  const texts = rows.map(row => (row.kind === 'said' ? row.text : ''));
  expect(Math.max(...texts.map(text => text.length))).toBeLessThan(6_000);
  expect(texts.join('\n\n').replaceAll(/\n+/g, '\n')).toBe(
    events.map((_, i) => `piece ${i} of a text\n`).join(''),
  );
});

function said(number: number, text: string): TaskEvent {
  const actor = { kind: 'agent' as const, name: 'drydock' };
  return { number, attempt: 1, at: '2026-05-17T10:00:00Z', actor, type: 'agent_said', text };
}
