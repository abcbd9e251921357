import { expect, test } from 'vitest';
import type { State, Task } from '~/api/client';
import { endedStates, read, showsOpen, write } from './filter';
import { grouped } from './groups';

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
  const filter = { show: 'failed', text: 'berth fees', repo: 'you/yours' } as const;
  expect(write(filter).toString()).toBe('show=failed&q=berth+fees&repo=you%2Fyours');
  expect(read(write(filter))).toEqual(filter);
  expect(read(new URLSearchParams('show=nonsense'))).toEqual({ show: 'all', text: '', repo: '' });
  expect(write({ show: 'all', text: '', repo: '' }).toString()).toBe('');
});

test('only the failed are asked for where only they are shown', () => {
  const failed = { show: 'failed', text: '', repo: '' } as const;
  expect([endedStates(failed), showsOpen(failed)]).toEqual([['failed'], false]);
});
