import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TaskEvent } from '~/api/client';
import { storyOf } from './fold';

const recorded = join(import.meta.dirname, 'recorded');

function events(name: string): TaskEvent[] {
  return JSON.parse(readFileSync(join(recorded, `${name}.json`), 'utf8')) as TaskEvent[];
}

/** What a reader sees of each task that a real server and a real sandbox ran. */
describe.each(
  readdirSync(recorded)
    .filter(file => !file.endsWith('.golden.json') && file.endsWith('.json'))
    .map(file => file.slice(0, -'.json'.length)),
)('%s', name => {
  test('becomes these rows', async () => {
    const { rows } = storyOf(events(name));
    const golden = join(recorded, `${name}.golden.json`);
    const shown = rows.map(row => JSON.stringify(row)).join(',\n');
    await expect(`[\n${shown}\n]\n`).toMatchFileSnapshot(golden);
  });
  test('no two rows have the same key, and none is changed in place', () => {
    const story = storyOf(events(name));
    expect(new Set(story.rows.map(row => row.id)).size).toBe(story.rows.length);
    expect(storyOf(events(name)).rows).toEqual(story.rows);
  });
});
