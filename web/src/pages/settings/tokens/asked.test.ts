import { expect, test } from 'vitest';
import { asked, isName } from './asked';

test('a name is what the server takes as an actor', () => {
  expect(['ci', 'ann@example.org', 'a'.repeat(64)].filter(isName)).toHaveLength(3);
  expect(['', '-ci', 'a b', 'operator', 'a'.repeat(65), '船'].filter(isName)).toEqual([]);
});

test('a life of no days is left out', () => {
  expect(asked('ci', 'write', '90')).toEqual({ name: 'ci', scope: 'write', expiresIn: 'P90D' });
  expect(asked('ci', 'read', '0')).toEqual({ name: 'ci', scope: 'read' });
});
