// The changed files as a tree of folders. Pure.
import type { FileDiff } from '../patch/patch';

export interface Folder {
  /** From the top, with the slash at its end; the top is empty. */
  readonly path: string;
  /** Folders with nothing but one folder in them are one: `src/main/java`. */
  readonly name: string;
  readonly folders: readonly Folder[];
  readonly files: readonly FileDiff[];
}

export interface TreeRow {
  readonly depth: number;
  readonly name: string;
  readonly folder?: Folder;
  readonly file?: FileDiff;
}

interface Growing {
  readonly folders: Map<string, Growing>;
  readonly files: FileDiff[];
}

const compare = new Intl.Collator('en', { numeric: true }).compare;

export function treeOf(files: readonly FileDiff[]): Folder {
  const top: Growing = { folders: new Map(), files: [] };
  for (const file of files) {
    let at = top;
    for (const name of file.path.split('/').slice(0, -1)) {
      let next = at.folders.get(name);
      if (!next) {
        next = { folders: new Map(), files: [] };
        at.folders.set(name, next);
      }
      at = next;
    }
    at.files.push(file);
  }
  return grown(top, '', '');
}

function grown({ folders, files }: Growing, path: string, name: string): Folder {
  const inner = [...folders].sort(([a], [b]) => compare(a, b));
  const [only] = inner;
  if (only && inner.length === 1 && !files.length && path) {
    const [child, content] = only;
    return grown(content, `${path}${child}/`, `${name}/${child}`);
  }
  return {
    path,
    name,
    folders: inner.map(([child, content]) => grown(content, `${path}${child}/`, child)),
    files: [...files].sort((a, b) => compare(a.path, b.path)),
  };
}

/** The files as the tree shows them from top to bottom. */
export function inTreeOrder(files: readonly FileDiff[]): readonly FileDiff[] {
  const walk = (folder: Folder): readonly FileDiff[] => [
    ...folder.folders.flatMap(walk),
    ...folder.files,
  ];
  return walk(treeOf(files));
}

/** What is seen of it, row by row. What is searched for is seen, in whatever folder it lies. */
export function treeRows(
  files: readonly FileDiff[],
  folded: ReadonlySet<string>,
  filter: string,
): readonly TreeRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length
    ? files.filter(({ path }) => words.every(word => path.toLowerCase().includes(word)))
    : files;
  const rows: TreeRow[] = [];
  const walk = (folder: Folder, depth: number) => {
    for (const inner of folder.folders) {
      rows.push({ depth, name: inner.name, folder: inner });
      if (words.length || !folded.has(inner.path)) walk(inner, depth + 1);
    }
    for (const file of folder.files) {
      rows.push({ depth, name: file.path.slice(file.path.lastIndexOf('/') + 1), file });
    }
  };
  walk(treeOf(found), 0);
  return rows;
}
