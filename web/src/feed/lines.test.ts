import { expect, test } from 'vitest';
import { NOTHING, read } from './lines';

const STREAM =
  ': alive\n\nid: 1\ndata: {"a":1}\n\nid: 2\nevent: end\ndata: {}\n\ndata: one\ndata: two\n\n';

test('a stream is the same however it is cut', () => {
  const whole = read(NOTHING, STREAM).messages;
  expect(whole).toEqual([
    { event: 'message', id: '1', data: '{"a":1}' },
    { event: 'end', id: '2', data: '{}' },
    { event: 'message', id: '2', data: 'one\ntwo' },
  ]);
  for (let size = 1; size < STREAM.length; size++) {
    let rest = NOTHING;
    const found = [];
    for (let at = 0; at < STREAM.length; at += size) {
      const step = read(rest, STREAM.slice(at, at + size));
      rest = step.rest;
      found.push(...step.messages);
    }
    expect(found).toEqual(whole);
  }
});

test('what has not ended is kept for the next piece', () => {
  const { messages, rest } = read(NOTHING, 'id: 7\ndata: hal');
  expect(messages).toEqual([]);
  expect(read(rest, 'f\n\n').messages).toEqual([{ event: 'message', id: '7', data: 'half' }]);
});
