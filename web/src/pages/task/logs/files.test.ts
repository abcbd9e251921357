import { expect, test } from 'vitest';
import { logsOf, worth } from './files';

const file = (path: string, attempt = 1) => ({ path, attempt, bytes: 1, url: `http://x/${path}` });
const files = ['agent.log', 'output/a.html', 'notes.txt', 'setup.log'].map(path => file(path));

test('logs stand in the order of the story, without artifacts and other attempts', () => {
  const found = logsOf([...files, file('agent.log', 2)], 1).map(({ path }) => path);
  expect(found).toEqual(['setup.log', 'agent.log', 'notes.txt']);
});

test('what was asked for is shown, else what has to do with the phase', () => {
  expect(worth(files, 'notes.txt', 'setup')?.path).toBe('notes.txt');
  expect(worth(files, 'none', 'setup')?.path).toBe('setup.log');
  expect(worth(files, null, 'queue')?.path).toBe('agent.log');
  expect(worth([], null, undefined)).toBeUndefined();
});
