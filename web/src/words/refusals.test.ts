import { expect, test } from 'vitest';
import { refusals as english } from './en/refusals';
import { refusals as chinese } from './zh/refusals';

test('a refusal is said in the chosen language, with what the server said after it', () => {
  expect(english.say('unknown_model', 'there is no model x')).toBe('there is no model x');
  expect(chinese.say('unknown_model', 'there is no model x')).toBe(
    '没有这个模型（there is no model x）',
  );
});

test('a code of a later server is no sentence yet', () => {
  expect(chinese.say('later', 'what it says')).toBe('what it says');
});
