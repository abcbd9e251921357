import { expect, test } from 'vitest';
import { tail } from './tail';

async function* pieces(...all: string[]) {
  yield* all;
}

test('a short text is whole', async () => {
  expect(await tail(pieces('one\n', 'two\n'), 100)).toEqual({ text: 'one\ntwo\n', cut: false });
});

test('of a long one the last whole lines are left', async () => {
  const lines = Array.from({ length: 50 }, (_, n) => `line ${n}\n`);
  expect(await tail(pieces(...lines), 20)).toEqual({ text: 'line 48\nline 49\n', cut: true });
});

test('the rest of a line that begins before the first piece is left out', async () => {
  expect(await tail(pieces('half\n', 'one\n'), 100, true)).toEqual({ text: 'one\n', cut: true });
});
