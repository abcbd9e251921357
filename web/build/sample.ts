// The sample project as a zip among the built files: the page sends it like anybody's own.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import type { Plugin } from 'vite';

const NAME = 'virtual:sample';
/** Where `npm run dev` has it. */
const SERVED = '/sample.zip';
const UNIX = 3;
const LONG_AGO = new Date('1980-01-01T00:00:00');

/** `import address from 'virtual:sample'` */
export function sample({ folder }: { folder: string }): Plugin {
  let file = '';
  let served = false;
  return {
    name: 'sample',
    buildStart() {
      if (!served)
        file = this.emitFile({ type: 'asset', name: 'sample.zip', source: zipped(folder) });
    },
    configureServer(server) {
      served = true;
      server.middlewares.use(SERVED, (_, answer) => {
        answer.setHeader('Content-Type', 'application/zip');
        answer.end(zipped(folder));
      });
    },
    resolveId: id => (id === NAME ? `\0${NAME}` : undefined),
    load: id => {
      if (id !== `\0${NAME}`) return undefined;
      return `export default ${served ? JSON.stringify(SERVED) : `import.meta.ROLLUP_FILE_URL_${file}`};`;
    },
  };
}

function zipped(folder: string): Uint8Array {
  const tree: Zippable = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const about = statSync(join(folder, path));
    if (!about.isFile()) continue;
    const mode = about.mode & 0o100 ? 0o100755 : 0o100644;
    tree[path] = [
      readFileSync(join(folder, path)),
      { os: UNIX, attrs: mode << 16, mtime: LONG_AGO },
    ];
  }
  return zipSync(tree, { level: 9 });
}
