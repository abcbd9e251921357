import { expect, test } from 'vitest';
import { fileAddress, plainLog } from './files';

test.each([
  [1, 'check.log', '/logs/t1/check.log'],
  [2, 'check.log', '/logs/t1/attempt-2/check.log'],
  [1, 'output/a b/#1?.txt', '/logs/t1/output/a%20b/%231%3F.txt'],
])('attempt %i, %s', (attempt, name, address) => {
  expect(fileAddress('t1', attempt, name)).toBe(address);
});

test('a log for a terminal becomes text', () => {
  expect(
    plainLog('\u001b[1;31mFAILED\u001b[0m one\r\n10 %\r20 %\rdone\n\u001b]0;title\u0007.'),
  ).toBe('FAILED one\ndone\n.');
});
