import { expect, test } from 'vitest';
import { read, write } from './choice';

const NOW = Date.parse('2026-05-17T12:00:00Z');
const said = (text: string) => read(new URLSearchParams(text), NOW);

test('an address says what is shown, and is as short as it can be', () => {
  for (const text of ['', 'days=7&measure=calls', 'from=2026-01-01&to=2026-01-31&by=model']) {
    expect(String(write(said(text)))).toBe(text);
  }
});

test('what an address says wrong is as usual', () => {
  expect(said('days=8&measure=x&by=y&from=2026-02-01&to=2026-01-01')).toEqual({
    range: '30',
    days: { from: '2026-04-18', to: '2026-05-17' },
    measure: undefined,
    by: 'repository',
  });
});
