import { expect, test } from 'vitest';
import { given, isEnough, providerOf } from './given';

test('a vendor gets a key, and a server of one’s own an address', () => {
  expect(given('anthropic', ' sk-1234567 ', 'http://left.over')).toEqual({ key: 'sk-1234567' });
  expect(given('own', '', ' http://127.0.0.1:11434 ')).toEqual({ url: 'http://127.0.0.1:11434' });
  expect(given('own', 'k', 'https://h')).toEqual({ key: 'k', url: 'https://h' });
  expect([providerOf('openai'), providerOf('own'), providerOf('anthropic')]).toEqual([
    'openai',
    'openai',
    'anthropic',
  ]);
});

test('what cannot be asked with is not enough', () => {
  expect(isEnough('openai', 'short', '')).toBe(false);
  expect(isEnough('openai', 'sk-long-enough', '')).toBe(true);
  expect(isEnough('own', 'sk-long-enough', '127.0.0.1')).toBe(false);
  expect(isEnough('own', '', 'http://127.0.0.1:11434')).toBe(true);
});
