import { expect, test } from 'vitest';
import { changeOf, commandOf } from './change';

test('an edit is the lines that went and came, with those around them', () => {
  const input = JSON.stringify({
    path: 'berth/fees.py',
    old_text: 'def fee(days):\n    return days\n# end\n',
    new_text: 'def fee(days):\n    return max(1, days)\n# end\n',
  });
  expect(changeOf(input)).toEqual({
    path: 'berth/fees.py',
    lines: [
      { sign: ' ', text: 'def fee(days):' },
      { sign: '-', text: '    return days' },
      { sign: '+', text: '    return max(1, days)' },
      { sign: ' ', text: '# end' },
    ],
    added: 1,
    removed: 1,
  });
});

test('a new file is all new', () => {
  expect(changeOf('{"path":"a","content":"1\\n2\\n"}')).toEqual({
    path: 'a',
    lines: [
      { sign: '+', text: '1' },
      { sign: '+', text: '2' },
    ],
    added: 2,
    removed: 0,
  });
});

test('two lines that changed places', () => {
  const change = changeOf('{"path":"a","old_text":"x\\na\\nb\\ny","new_text":"x\\nb\\na\\ny"}');
  expect(change?.lines.map(({ sign, text }) => sign + text)).toEqual([
    ' x',
    '-a',
    ' b',
    '+a',
    ' y',
  ]);
});

test('what was shortened, or is none, is no change', () => {
  expect(changeOf('{"path":"a","content":"long...')).toBeUndefined();
  expect(changeOf('{"pattern":"x"}')).toBeUndefined();
  expect(changeOf('null')).toBeUndefined();
});

test('the whole command', () => {
  expect(commandOf('{"command":"ls;\\nls"}')).toBe('ls;\nls');
  expect(commandOf('')).toBeUndefined();
});
