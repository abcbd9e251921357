import { describe, expect, test } from 'vitest';
import { parsePatch } from '../patch/patch';
import { common } from './common';
import { linesOf, withoutSpaces } from './lines';
import { pairs } from './pairing';
import { type Row, rowsOf } from './rows';
import { segments } from './segments';
import { wordChange } from './words';

const file = (hunks: string) => {
  const [it] = parsePatch(
    `diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n${hunks.replace(/^\n/, '')}`,
  );
  if (!it) throw new Error('no file');
  return it;
};
const told = (row: Row) => {
  if (row.kind === 'hunk') return `@@ ${row.hidden} ${row.section}`;
  if (row.kind === 'line') {
    const { mark, old, new: fresh, text } = row.line;
    return `${old ?? ''}|${fresh ?? ''}|${mark}${text}${row.other ? ` (${row.other.text})` : ''}`;
  }
  const side = (line: typeof row.left, number?: number) =>
    line ? `${number}${line.mark}${line.text}` : '';
  return `${side(row.left, row.left?.old)} | ${side(row.right, row.right?.new)}${row.alike ? ' =' : ''}`;
};

const PRICES = file(`
@@ -3,4 +3,5 @@ def fee(nights):
 price = 20
-total = price * night
-print(total)
+total = price * nights
+# as the harbour master says
+log(total)
 return total
@@ -40,2 +41,1 @@
-unused = 1
 end
`);

describe('rows', () => {
  test('one below the other, each changed line knows what it was', () => {
    const { rows, changes } = rowsOf(PRICES, { split: false, hideSpaces: false });
    expect(rows.map(told)).toEqual([
      '@@ 2 def fee(nights):',
      '3|3| price = 20',
      '4||-total = price * night (total = price * nights)',
      '5||-print(total) (log(total))',
      '|4|+total = price * nights (total = price * night)',
      '|5|+# as the harbour master says',
      '|6|+log(total) (print(total))',
      '6|7| return total',
      '@@ 33 ',
      '40||-unused = 1',
      '41|41| end',
    ]);
    expect(changes).toEqual([2, 9]);
  });

  test('side by side, what belongs together in one row', () => {
    const { rows, changes } = rowsOf(PRICES, { split: true, hideSpaces: false });
    expect(rows.map(told)).toEqual([
      '@@ 2 def fee(nights):',
      '3 price = 20 | 3 price = 20',
      '4-total = price * night | 4+total = price * nights =',
      ' | 5+# as the harbour master says',
      '5-print(total) | 6+log(total) =',
      '6 return total | 7 return total',
      '@@ 33 ',
      '40-unused = 1 | ',
      '41 end | 41 end',
    ]);
    expect(changes).toEqual([2, 7]);
  });

  test('without white space: only what says something else is changed', () => {
    const moved = file(`
@@ -1,3 +1,4 @@
-if a:
-  b()
-c()
+if  a:
+    b()
+    d()
+c()
@@ -9 +10 @@
-x
+  x
`);
    const { rows } = rowsOf(moved, { split: false, hideSpaces: true });
    expect(rows.map(told)).toEqual(['1|1| if  a:', '2|2|     b()', '|3|+    d()', '3|4| c()']);
    expect(withoutSpaces([])).toEqual([]);
  });

  test('an added and a deleted file have no lines before them', () => {
    const fresh = rowsOf(file('@@ -0,0 +1 @@\n+a\n'), { split: false, hideSpaces: false });
    const gone = rowsOf(file('@@ -1 +0,0 @@\n-a\n'), { split: false, hideSpaces: false });
    expect([fresh.rows.map(told), gone.rows.map(told)]).toEqual([['|1|+a'], ['1||-a']]);
  });

  test('a line at the end without a newline', () => {
    const { hunks } = file('@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n');
    expect(hunks.map(linesOf)).toEqual([
      [
        { mark: '-', text: 'a', old: 1, open: true },
        { mark: '+', text: 'a', new: 1 },
      ],
    ]);
  });
});

describe('what changed within a line', () => {
  const marked = (before: string, after: string) => {
    const change = wordChange(before, after);
    const show = (line: string, spans: readonly (readonly [number, number])[] = []) =>
      segments(line, [], spans)
        .map(it => (it.changed ? `[${it.text}]` : it.text))
        .join('');
    return change && [show(before, change.removed), show(after, change.added)];
  };
  test.each([
    [
      'return nights * price',
      'return (nights - 1) * price',
      ['return nights * price', 'return [(]nights[ - 1)] * price'],
    ],
    ['const a = 1;', 'const a = 2;', ['const a = [1];', 'const a = [2];']],
    ['foo(bar, baz)', 'foo(bar)', ['foo(bar[, baz])', 'foo(bar)']],
    ['停泊费按晚计算', '停泊费按天计算', ['停泊费按[晚]计算', '停泊费按[天]计算']],
    ['one two three four', 'one 2 3 four five', ['one [two three] four', 'one [2 3] four[ five]']],
    ['completely', 'different', undefined],
    ['same', 'same', undefined],
  ])('%s', (before, after, expected) => {
    expect(marked(before, after)).toEqual(expected);
  });

  test('a line of a million characters is not searched', () => {
    expect(wordChange('a '.repeat(500_000), 'b '.repeat(500_000))).toBeUndefined();
  });
});

describe('pairing', () => {
  test('in order, by likeness; strangers stand side by side', () => {
    expect(
      pairs(['let a = 1;', 'call(a);'], ['import x;', 'let a = 2;', 'let c = 3;', 'call(a, c);']),
    ).toEqual([
      { added: 0, alike: false },
      { removed: 0, added: 1, alike: true },
      { added: 2, alike: false },
      { removed: 1, added: 3, alike: true },
    ]);
    expect(pairs(['alpha beta'], ['x = 1', 'y = 2'])).toEqual([
      { removed: 0, added: 0, alike: false },
      { added: 1, alike: false },
    ]);
  });

  test('large blocks by their order', () => {
    const many = Array.from({ length: 100 }, (_, i) => `row ${i}`);
    expect(pairs(many, many.slice(1)).slice(98)).toEqual([
      { removed: 98, added: 98, alike: true },
      { removed: 99, alike: false },
    ]);
  });
});

describe('common', () => {
  test.each([
    ['', '', []],
    [
      'abc',
      'abc',
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'abcabba',
      'cbabac',
      [
        [2, 0],
        [3, 2],
        [4, 3],
        [6, 4],
      ],
    ],
    ['xa', 'ya', [[1, 1]]],
    ['abc', '', []],
  ])('%s and %s', (a, b, expected) => {
    const found = common([...a], [...b]);
    expect(found.map(([x, y]) => a[x] === b[y])).toEqual(found.map(() => true));
    expect(found).toHaveLength(expected.length);
    if (a !== 'abcabba') expect(found).toEqual(expected);
  });

  test('lists that differ too much share only their ends', () => {
    const a = Array.from({ length: 3000 }, (_, i) => `a${i % 7}`);
    const b = Array.from({ length: 3000 }, (_, i) => `b${i % 5}`);
    expect(common(['x', ...a], ['x', ...b])).toEqual([[0, 0]]);
  });
});

test('colours and changes cut a line at each of their ends', () => {
  expect(
    segments(
      'let a = "b";',
      [
        { from: 0, to: 3, colour: 'keyword' },
        { from: 8, to: 11, colour: 'string' },
      ],
      [
        [4, 5],
        [9, 10],
      ],
    ),
  ).toEqual([
    { text: 'let', colour: 'keyword', changed: false },
    { text: ' ', changed: false },
    { text: 'a', changed: true },
    { text: ' = ', changed: false },
    { text: '"', colour: 'string', changed: false },
    { text: 'b', colour: 'string', changed: true },
    { text: '"', colour: 'string', changed: false },
    { text: ';', changed: false },
  ]);
});
