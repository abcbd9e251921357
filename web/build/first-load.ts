// How much script a browser loads before a page can be used: said at each build, and limited.
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** A build above `mostKilobytes` (of 1000 bytes, gzipped) for any page fails. */
export function firstLoad({ mostKilobytes }: { mostKilobytes: number }): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    writeBundle(_, bundle) {
      for (const [page, files] of pages(bundle)) {
        const bytes = [...files].reduce((sum, file) => sum + gzipped(bundle, file), 0);
        const kilobytes = Math.round(bytes / 100) / 10;
        this.info(`first load of ${page}: ${kilobytes} kB of script, gzipped`);
        if (kilobytes > mostKilobytes) {
          this.error(`the first load of ${page} is ${kilobytes} kB, above ${mostKilobytes} kB`);
        }
      }
    },
  };
}

/** For each lazy page, all chunks that it and the entry load at once. */
function pages(bundle: Bundle): Map<string, Set<string>> {
  const entry = Object.values(bundle).find(it => it.type === 'chunk' && it.isEntry);
  if (entry?.type !== 'chunk') return new Map();
  const shell = withImports(bundle, entry.fileName);
  const found = new Map<string, Set<string>>();
  for (const it of Object.values(bundle)) {
    const page =
      it.type === 'chunk' && /pages\/(\w+)\/page\.tsx$/.exec(it.facadeModuleId ?? '')?.[1];
    if (page) found.set(page, withImports(bundle, it.fileName, new Set(shell)));
  }
  return found.size ? found : new Map([['the shell', shell]]);
}

function withImports(bundle: Bundle, file: string, seen = new Set<string>()): Set<string> {
  const chunk = bundle[file];
  if (seen.has(file) || chunk?.type !== 'chunk') return seen;
  seen.add(file);
  for (const imported of chunk.imports) withImports(bundle, imported, seen);
  return seen;
}

function gzipped(bundle: Bundle, file: string): number {
  const chunk = bundle[file];
  return chunk?.type === 'chunk' ? gzipSync(chunk.code, { level: 9 }).length : 0;
}
