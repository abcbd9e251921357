import { expect, test } from 'vitest';
import { asked, EMPTY, isReady, optionsSet } from './draft';

test('a prompt alone is enough', () => {
  const draft = { ...EMPTY, prompt: '  Mend the test\n' };
  expect(isReady(draft)).toBe(true);
  expect(asked(draft)).toEqual({
    prompt: 'Mend the test',
    mode: 'code',
    agent: 'drydock',
    attempts: 1,
  });
});

test('everything that may be said is asked for', () => {
  const draft = {
    ...EMPTY,
    prompt: 'Mend it',
    source: { kind: 'git', url: 'https://example.org/a/b.git', ref: ' next ' } as const,
    model: 'openai/gpt-5',
    check: 'npm test',
    setup: 'npm ci',
    attempts: 3,
    usd: '2.5',
    minutes: '30',
  };
  expect(optionsSet(draft)).toBe(5);
  expect(asked(draft)).toEqual({
    prompt: 'Mend it',
    mode: 'code',
    agent: 'drydock',
    attempts: 3,
    repo: { url: 'https://example.org/a/b.git', ref: 'next' },
    model: 'openai/gpt-5',
    check: 'npm test',
    environment: { setup: 'npm ci' },
    budget: { usd: 2.5, time: 'PT30M' },
  });
});

test('who only asks has nothing to check', () => {
  const draft = { ...EMPTY, prompt: 'Why?', mode: 'ask', check: 'npm test' } as const;
  expect(asked(draft)).not.toHaveProperty('check');
  expect(optionsSet(draft)).toBe(0);
});

test('nothing is sent before the code has arrived', () => {
  const source = { kind: 'sending', name: 'code.zip', part: 0.4 } as const;
  expect(isReady({ ...EMPTY, prompt: 'Mend it', source })).toBe(false);
});
