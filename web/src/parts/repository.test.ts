import { expect, test } from 'vitest';
import { repositoryName, sourceName } from './repository';

test.each([
  ['https://example.org/you/yours.git', 'you/yours'],
  ['git@example.org:you/yours.git', 'you/yours'],
  ['ssh://git@example.org:22/you/yours', 'you/yours'],
  ['https://example.org/you/yours/?a#b', 'you/yours'],
  ['/srv/harbour/', 'harbour'],
  ['https://example.org/you/\u202ederos', 'you/⟨RLO⟩deros'],
])('%s is called %s', (url, name) => {
  expect(repositoryName(url)).toBe(name);
});

test('an upload has the name it was sent under, in letters that can be seen', () => {
  const words = { uploaded: 'Uploaded', emptyRepository: 'Empty' };
  expect(sourceName({ upload: 'u_1', file: 'a\u202egpj.zip' }, words)).toBe('a⟨RLO⟩gpj.zip');
  expect(sourceName({ upload: 'u_1' }, words)).toBe('Uploaded');
  expect(sourceName(undefined, words)).toBe('Empty');
});
