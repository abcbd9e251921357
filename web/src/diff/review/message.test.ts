import { expect, test } from 'vitest';
import { diff as en } from '~/words/en/diff';
import { diff as zh } from '~/words/zh/diff';
import { type Draft, message } from './message';

const draft = (rest: Partial<Draft>): Draft => ({
  id: 'x',
  path: 'src/fee.py',
  side: 'new',
  from: 4,
  to: 4,
  quote: ['return nights * price'],
  text: 'Nights may be negative.',
  ...rest,
});

test('one comment', () => {
  expect(message([draft({})], ['src/fee.py'], en.message)).toBe(`\
One comment on the changes:

**\`src/fee.py\`, line 4**

\`\`\`
return nights * price
\`\`\`

Nights may be negative.`);
});

test('several, in the order of the files; ranges; lines that are gone; quoted ticks', () => {
  const drafts = [
    draft({
      path: 'docs/a.md',
      from: 9,
      quote: ['```sh', 'make', '```'],
      to: 11,
      text: ' Say why.\n',
    }),
    draft({ side: 'old', from: 7, to: 7, quote: ['log(x)\r'], text: 'Keep this.' }),
    draft({}),
  ];
  expect(message(drafts, ['src/fee.py', 'docs/a.md'], en.message)).toBe(`\
3 comments on the changes:

**\`src/fee.py\`, line 4**

\`\`\`
return nights * price
\`\`\`

Nights may be negative.

**\`src/fee.py\`, removed line 7**

\`\`\`
log(x)
\`\`\`

Keep this.

**\`docs/a.md\`, lines 9 to 11**

\`\`\`\`
\`\`\`sh
make
\`\`\`
\`\`\`\`

Say why.`);
});

test('long quotes are cut, hidden characters named, ticks in a name survive', () => {
  const quote = [`a\u202e${'b'.repeat(400)}`, ...Array.from({ length: 20 }, (_, i) => `${i}`)];
  expect(message([draft({ path: 'odd`name', quote, to: 24 })], [], en.message)).toBe(`\
One comment on the changes:

**\`\` odd\`name \`\`, lines 4 to 24**

\`\`\`
a⟨RLO⟩${'b'.repeat(294)}…
0
1
2
3
4
5
6
7
8
9
10
…
\`\`\`

Nights may be negative.`);
});

test('in Chinese', () => {
  const drafts = [draft({}), draft({ side: 'old', from: 7, to: 8, text: '这两行要保留。' })];
  expect(message(drafts, [], zh.message)).toBe(`\
对改动的 2 条评论：

**\`src/fee.py\`, 第 4 行**

\`\`\`
return nights * price
\`\`\`

Nights may be negative.

**\`src/fee.py\`, 被删除的第 7–8 行**

\`\`\`
return nights * price
\`\`\`

这两行要保留。`);
});
