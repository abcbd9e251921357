import { expect, test } from 'vitest';
import { fileAddress } from './files';

test.each([
  [1, 'check.log', '/logs/t1/check.log'],
  [2, 'check.log', '/logs/t1/attempt-2/check.log'],
  [1, 'output/a b/#1?.txt', '/logs/t1/output/a%20b/%231%3F.txt'],
])('attempt %i, %s', (attempt, name, address) => {
  expect(fileAddress('t1', attempt, name)).toBe(address);
});
