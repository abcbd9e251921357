import { expect, test } from 'vitest';
import type { State, Task } from '~/api/client';
import { endedStates, read, showsOpen, write } from './filter';
import { countOf, grouped } from './groups';

const PLAIN = { show: 'all', text: '', repo: '', actor: '', model: '' } as const;

const task = (id: string, state: State) => ({ id, state }) as Task;

test('what waits for a person comes first, and nothing comes twice', () => {
  const groups = grouped([
    task('a', 'queued'),
    task('b', 'succeeded'),
    task('c', 'collecting'),
    task('d', 'waiting'),
    task('c', 'collecting'),
  ]);
  expect(groups.map(({ name, tasks }) => [name, tasks.map(it => it.id)])).toEqual([
    ['waiting', ['d']],
    ['running', ['c']],
    ['queued', ['a']],
    ['ended', ['b']],
  ]);
});

test('a filter stands in the address and comes back from it', () => {
  const filter = {
    show: 'failed',
    text: 'berth fees',
    repo: 'you/yours',
    actor: 'ann',
    model: '',
  } as const;
  expect(write(filter).toString()).toBe('show=failed&q=berth+fees&repo=you%2Fyours&actor=ann');
  expect(read(write(filter))).toEqual(filter);
  expect(read(new URLSearchParams('show=nonsense'))).toEqual(PLAIN);
  expect(write(PLAIN).toString()).toBe('');
});

test('only the failed are asked for where only they are shown', () => {
  const failed = { ...PLAIN, show: 'failed' } as const;
  expect([endedStates(failed), showsOpen(failed)]).toEqual([['failed'], false]);
});

test('a group is as large as the server says, not as what was loaded of it', () => {
  const counts = {
    queued: 1,
    running: 2,
    waiting: 3,
    succeeded: 10,
    failed: 20,
    canceled: 30,
    archived: 400,
  };
  expect(
    (['waiting', 'running', 'queued', 'ended'] as const).map(name => countOf(counts, name, 'all')),
  ).toEqual([3, 2, 1, 60]);
  expect(countOf(counts, 'ended', 'failed')).toBe(20);
  expect(countOf(counts, 'ended', 'archived')).toBe(400);
});
