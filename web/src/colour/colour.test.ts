import { expect, test } from 'vitest';
import { coloured } from './colour';
import { languageOf } from './languages';

async function told(code: string, path: string) {
  const language = languageOf(path);
  if (!language) throw new Error(`no language of ${path}`);
  const lines = code.split('\n');
  return (await coloured(code, language)).map((tokens, n) =>
    tokens.map(({ from, to, colour }) => `${colour}:${lines[n]?.slice(from, to)}`),
  );
}

test('a string over two lines keeps its colour on both', async () => {
  expect(await told('def f(n):\n    """One\n    two"""\n    return n + 12  # so', 'a.py')).toEqual([
    ['keyword:def', 'name:f'],
    ['string:"""One'],
    ['string:    two"""'],
    ['keyword:return', 'number:12', 'comment:# so'],
  ]);
});

test('code within a string is code', async () => {
  expect(await told(['const a = `x$', '{b + 1}`;'].join(''), 'a.ts')).toEqual([
    ['keyword:const', 'string:`x', 'number:1', 'string:`'],
  ]);
});

test.each([
  ['src/App.tsx', 'typescript'],
  ['Makefile', 'makefile'],
  ['.github/workflows/ci.yml', 'yaml'],
  ['Dockerfile', 'dockerfile'],
  ['Cargo.lock', 'ini'],
  ['LICENSE', undefined],
  ['a.unknown', undefined],
])('%s is written in %s', (path, language) => {
  expect(languageOf(path)).toBe(language);
});
