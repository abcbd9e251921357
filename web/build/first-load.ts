// How much script a browser loads before a page can be used: said at each build, and limited.
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** A build fails whose pages need more than `most` (in kB of 1000 bytes, gzipped), by entry. */
export function firstLoad(most: Readonly<Record<string, number>>): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    writeBundle(_, bundle) {
      for (const { page, entry, files } of pages(bundle)) {
        const bytes = [...files].reduce((sum, file) => sum + gzipped(bundle, file), 0);
        const kilobytes = Math.round(bytes / 100) / 10;
        const limit = most[entry] ?? 0;
        this.info(`first load of ${page}: ${kilobytes} kB of script, gzipped`);
        if (kilobytes > limit) {
          this.error(`the first load of ${page} is ${kilobytes} kB, above ${limit} kB`);
        }
      }
    },
  };
}

interface Page {
  readonly page: string;
  readonly entry: string;
  readonly files: Set<string>;
}

/** Each entry with what it loads at once; the app's with each of its lazy pages. */
function pages(bundle: Bundle): Page[] {
  const chunks = Object.values(bundle).filter(it => it.type === 'chunk');
  return chunks
    .filter(it => it.isEntry)
    .flatMap(({ name: entry, fileName }) => {
      const shell = withImports(bundle, fileName);
      const lazy = entry === 'index' ? chunks.flatMap(it => pageOf(bundle, it, shell)) : [];
      return lazy.length ? lazy : [{ page: entry, entry, files: shell }];
    });
}

function pageOf(bundle: Bundle, chunk: Rolldown.OutputChunk, shell: Set<string>): Page[] {
  const page = /pages\/(\w+)\/page\.tsx$/.exec(chunk.facadeModuleId ?? '')?.[1];
  if (!page) return [];
  return [{ page, entry: 'index', files: withImports(bundle, chunk.fileName, new Set(shell)) }];
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
