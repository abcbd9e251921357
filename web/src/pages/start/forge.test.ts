import { describe, expect, test } from 'vitest';
import { isWhole, understand } from './forge';

describe('an address that people copy', () => {
  test.each([
    ['https://github.com/you/yours', { url: 'https://github.com/you/yours.git' }],
    ['https://github.com/you/yours.git', { url: 'https://github.com/you/yours.git' }],
    ['github.com/you/yours', { url: 'https://github.com/you/yours.git' }],
    [
      'https://github.com/you/yours/tree/main/docs',
      { url: 'https://github.com/you/yours.git', ref: 'main' },
    ],
    [
      'https://github.com/you/yours/tree/feature/berths',
      { url: 'https://github.com/you/yours.git', ref: 'feature/berths' },
    ],
    [
      'https://github.com/you/yours/commit/0a1b2c3d',
      { url: 'https://github.com/you/yours.git', ref: '0a1b2c3d' },
    ],
    [
      'https://github.com/you/yours/pull/12/files',
      { url: 'https://github.com/you/yours.git', pull: 12, ref: 'refs/pull/12/head' },
    ],
    [
      'https://github.com/you/yours/issues/7',
      { url: 'https://github.com/you/yours.git', issue: 7 },
    ],
    [
      'https://gitlab.example.org/a/b/c/-/merge_requests/3',
      { url: 'https://gitlab.example.org/a/b/c.git', pull: 3, ref: 'refs/merge-requests/3/head' },
    ],
    [
      'https://gitlab.example.org/a/b/-/tree/v1.2.0?ref_type=tags',
      { url: 'https://gitlab.example.org/a/b.git', ref: 'v1.2.0' },
    ],
    [
      'https://codeberg.org/you/yours/src/branch/main/README.md',
      { url: 'https://codeberg.org/you/yours.git', ref: 'main' },
    ],
    ['git@example.org:you/yours.git', { url: 'git@example.org:you/yours.git' }],
  ])('%s', (text, understood) => {
    expect(understand(text)).toEqual(understood);
  });

  test.each(['', 'mend the test', 'https://example.org', 'javascript:alert(1)//a/b', '/srv/code'])(
    'is not %j',
    text => {
      expect(understand(text)).toBeUndefined();
    },
  );
});

test('the beginning of an address is not a repository yet', () => {
  const whole = [
    'https://h.example/you/app',
    'https://h.example/app.git',
    'git@h.example:app.git',
    '/srv/git/app',
  ];
  expect(whole.filter(isWhole)).toEqual(whole);
  expect(
    ['', 'https://', 'https://h.example', 'https://h.example/you', '/', 'app'].filter(isWhole),
  ).toEqual([]);
});
