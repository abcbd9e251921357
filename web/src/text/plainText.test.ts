import { expect, test } from 'vitest';
import { plainText } from './plainText';

test.each([
  ['\u001b[32mok\u001b[0m', 'ok'],
  ['10%\r50%\r100%\ndone\r\n', '100%\ndone\n'],
  ['\u001b]0;a title\u0007text', 'text'],
  ['bell\u0007, right to left \u202e', 'bell␇, right to left <U+202E>'],
])('%j', (written, seen) => {
  expect(plainText(written)).toBe(seen);
});
