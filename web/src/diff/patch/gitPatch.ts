// For tests: the patch between two states of a folder, made by git as the server makes it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const AS_THE_SERVER = ['diff-tree', '-r', '-M', '-l1000', '-p', '--binary', '--full-index'].concat([
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '-U3',
]);

/** `before` and `after` write into the folder; what `before` wrote is there for `after`. */
export function gitPatch(
  before: (folder: string) => void,
  after: (folder: string) => void,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-patch-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'core.autocrlf=false', ...args], {
      cwd: folder,
      maxBuffer: 1 << 28,
      env: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', HOME: folder },
    });
  const tree = () => {
    git('add', '-A');
    return git('write-tree').toString().trim();
  };
  try {
    git('init', '-q');
    before(folder);
    const base = tree();
    after(folder);
    return git(...AS_THE_SERVER, base, tree()).toString();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
