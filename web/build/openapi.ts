// The API's document as an object, read while building: the page that shows it needs no reader of YAML.
import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Plugin } from 'vite';

const NAME = 'virtual:openapi';

/** `import document from 'virtual:openapi'` */
export function openapi({ file }: { file: string }): Plugin {
  return {
    name: 'openapi',
    resolveId: id => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return;
      this.addWatchFile(file);
      const read = load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA });
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(read))});`;
    },
  };
}
