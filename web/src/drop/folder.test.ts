import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { archiveOf, entriesOf, filesBelow, isLeftOut, zipped } from './folder';

const placed = (path: string, text: string) => ({ path, file: new File([text], path) });

test('a folder becomes a zip of the same files, whatever their order', async () => {
  const files = [placed('app/b.txt', 'two'), placed('app/a.txt', 'one')];
  const bytes = new Uint8Array(await (await zipped(files)).arrayBuffer());
  const again = new Uint8Array(await (await zipped([...files].reverse())).arrayBuffer());
  const found = Object.entries(unzipSync(bytes)).map(([path, text]) => [path, strFromU8(text)]);
  expect(found).toEqual([
    ['app/a.txt', 'one'],
    ['app/b.txt', 'two'],
  ]);
  expect(again).toEqual(bytes);
});

test('an archive is sent as it is, a folder under its name', async () => {
  const archive = new File(['PK'], 'code.zip');
  expect(await archiveOf([{ path: 'code.zip', file: archive }])).toEqual({
    blob: archive,
    name: 'code.zip',
  });
  expect((await archiveOf([placed('app/a.txt', 'one')])).name).toBe('app.zip');
});

test('what can be brought again is left out', () => {
  expect(['a/node_modules/b.js', '.venv/bin/x', 'src/a.py'].map(isLeftOut)).toEqual([
    true,
    true,
    false,
  ]);
});

test('a dropped item without an entry is a file all the same; words are none', async () => {
  const mail = new File(['hello'], 'mail.eml');
  const code = new File(['x = 1'], 'a.py');
  const entry = {
    isFile: true,
    fullPath: '/app/a.py',
    file: (found: (file: File) => void) => found(code),
  };
  const item = (kind: string, found: object | null, file: File | null) => ({
    kind,
    webkitGetAsEntry: () => found,
    getAsFile: () => file,
  });
  const items = [item('file', entry, code), item('file', null, mail), item('string', null, null)];
  const entries = entriesOf({ items } as unknown as DataTransfer);
  expect(await filesBelow(entries)).toEqual([
    { path: 'app/a.py', file: code },
    { path: 'mail.eml', file: mail },
  ]);
});
