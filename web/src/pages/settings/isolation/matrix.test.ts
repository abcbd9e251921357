import { expect, test } from 'vitest';
import { counted, notBlocked, tries } from './matrix';

const phases = [
  {
    phase: 'setup' as const,
    rows: [
      { id: 'new', tried: 'something new', verdict: 'not_enforceable' as const, detail: 'no' },
      { id: 'dns', tried: 'asks', verdict: 'blocked' as const, detail: 'none' },
    ],
  },
  {
    phase: 'agent' as const,
    rows: [{ id: 'dns', tried: 'asks', verdict: 'open' as const, detail: 'reached' }],
  },
];

test('phases stand side by side, and what nobody knows stands last', () => {
  const dns = {
    id: 'dns',
    tried: 'asks',
    found: [
      { phase: 'setup', verdict: 'blocked', detail: 'none' },
      { phase: 'agent', verdict: 'open', detail: 'reached' },
    ],
  };
  const unknown = {
    id: 'new',
    tried: 'something new',
    found: [{ phase: 'setup', verdict: 'not_enforceable', detail: 'no' }],
  };
  const found = tries(phases);
  expect([...found].filter(([, rows]) => rows.length)).toEqual([
    ['network', [dns]],
    ['rest', [unknown]],
  ]);
  expect([...found.values()].flat().filter(notBlocked)).toEqual([dns, unknown]);
});

test('what is blocked in one phase only is not blocked', () => {
  expect(counted(phases)).toEqual({ blocked: 1, open: 1, not_enforceable: 1 });
  expect(notBlocked({ id: '', tried: '', found: [] })).toBe(false);
});
