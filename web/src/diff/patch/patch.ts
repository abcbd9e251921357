// A patch as git writes it, read into files and hunks. Pure, and quick: lines are cut when shown.
import { type BinaryPiece, readPieces } from './binary';
import { fingerprint } from './fingerprint';
import { headed, sided, unquoted } from './name';

export type FileStatus = 'added' | 'deleted' | 'modified' | 'renamed' | 'copied' | 'mode' | 'type';

export interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly oldLines: number;
  readonly newLines: number;
  /** What git says stands around it: a function, a heading. */
  readonly section: string;
  /** Its lines, each with its mark: space, `+`, `-` or `\`. */
  readonly body: string;
}

export interface FileDiff {
  /** Now; of a deleted file what it was. Two files of a patch have two paths. */
  readonly path: string;
  /** Where it was renamed or copied from. */
  readonly oldPath?: string;
  readonly status: FileStatus;
  /** As git writes them: 100644, 100755, 120000 (a link), 160000 (another repository). */
  readonly oldMode?: string;
  readonly newMode?: string;
  /** Of a renamed or copied file, percent. */
  readonly similarity?: number;
  readonly additions: number;
  readonly deletions: number;
  readonly hunks: readonly Hunk[];
  /** How many lines the file has now, once it was read. */
  readonly lines?: number;
  /** Of a binary file: the new content, and the old one. */
  readonly binary?: readonly BinaryPiece[];
  /** Characters of its part of the patch. */
  readonly size: number;
  /** Another one when anything of it is. */
  readonly fingerprint: string;
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)$/;

export function parsePatch(text: string): readonly FileDiff[] {
  const files: FileDiff[] = [];
  let from = text.startsWith('diff --git ') ? 0 : after(text, text.indexOf('\ndiff --git '));
  while (from < text.length) {
    const next = nextFile(text, from);
    add(files, readFile(text.slice(from, next)));
    from = next;
  }
  return files;
}

/** A file that became a link, or a link a file, comes as two: it is shown as one. */
function add(files: FileDiff[], file: FileDiff): void {
  const before = files.at(-1);
  if (before?.path !== file.path || before.status !== 'deleted') {
    files.push(file);
    return;
  }
  const { oldMode } = before;
  files[files.length - 1] = {
    ...file,
    status: 'type',
    ...(oldMode ? { oldMode } : {}),
    additions: before.additions + file.additions,
    deletions: before.deletions + file.deletions,
    hunks: [...before.hunks, ...file.hunks],
    size: before.size + file.size,
    fingerprint: before.fingerprint + file.fingerprint,
  };
}

function after(text: string, newline: number): number {
  return newline < 0 ? text.length : newline + 1;
}

/** Lines of content begin with a mark, so that none of them can pass for a head. */
function nextFile(text: string, from: number): number {
  return after(text, text.indexOf('\ndiff --git ', from));
}

function readFile(text: string): FileDiff {
  const head = readHead(text);
  const { hunks, additions, deletions } = readHunks(text, head.length);
  const { oldName, newName, renamed, similarity, oldMode, newMode, status } = head;
  const path = newName ?? oldName ?? headed(firstLine(text));
  return {
    path,
    ...(renamed && oldName ? { oldPath: oldName } : {}),
    status: status ?? (hunks.length || head.pieces || oldMode === newMode ? 'modified' : 'mode'),
    ...(oldMode ? { oldMode } : {}),
    ...(newMode ? { newMode } : {}),
    ...(similarity === undefined ? {} : { similarity }),
    additions,
    deletions,
    hunks,
    ...(head.pieces ? { binary: head.pieces } : {}),
    size: text.length,
    fingerprint: fingerprint(text),
  };
}

interface Head {
  length: number;
  status?: FileStatus;
  oldName?: string;
  newName?: string;
  renamed?: boolean;
  similarity?: number;
  oldMode?: string;
  newMode?: string;
  pieces?: readonly BinaryPiece[];
}

/** Everything before the first hunk. */
function readHead(text: string): Head {
  const head: Head = { length: text.length };
  let at = 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (line.startsWith('@@ ')) {
      head.length = at;
      return head;
    }
    if (line === 'GIT binary patch') {
      head.pieces = readPieces(text.slice(end + 1));
      return head;
    }
    readHeadLine(head, line);
    at = end + 1;
  }
  return head;
}

function readHeadLine(head: Head, line: string): void {
  const rest = (start: string) => (line.startsWith(start) ? line.slice(start.length) : undefined);
  const set = (start: string, put: (value: string) => void) => {
    const value = rest(start);
    if (value !== undefined) put(value);
  };
  const named = (side: 'oldName' | 'newName', name: string | undefined) => {
    if (name !== undefined) head[side] = name;
  };
  set('new file mode ', mode => Object.assign(head, { status: 'added', newMode: mode }));
  set('deleted file mode ', mode => Object.assign(head, { status: 'deleted', oldMode: mode }));
  set('old mode ', mode => Object.assign(head, { oldMode: mode }));
  set('new mode ', mode => Object.assign(head, { newMode: mode }));
  set('similarity index ', percent =>
    Object.assign(head, { similarity: Number.parseInt(percent, 10) }),
  );
  for (const [word, status] of [
    ['rename', 'renamed'],
    ['copy', 'copied'],
  ] as const) {
    set(`${word} from `, name =>
      Object.assign(head, { status, renamed: true, oldName: unquoted(name) }),
    );
    set(`${word} to `, name => Object.assign(head, { newName: unquoted(name) }));
  }
  set('--- ', name => named('oldName', sided(name)));
  set('+++ ', name => named('newName', sided(name)));
  set('index ', ids => {
    const mode = ids.split(' ')[1];
    if (mode) Object.assign(head, { oldMode: mode, newMode: mode });
  });
  if (line.startsWith('Binary files ')) head.pieces = [];
}

function readHunks(text: string, from: number) {
  const hunks: Hunk[] = [];
  let additions = 0;
  let deletions = 0;
  let at = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const [, oldStart, oldLines, newStart, newLines, section] =
      HUNK.exec(text.slice(at, end)) ?? [];
    if (oldStart === undefined) break;
    const start = Math.min(end + 1, text.length);
    at = start;
    for (; at < text.length && text.charCodeAt(at) !== 64; at = lineEnd(text, at) + 1) {
      const mark = text.charCodeAt(at);
      if (mark === 43) additions++;
      else if (mark === 45) deletions++;
    }
    at = Math.min(at, text.length);
    hunks.push({
      oldStart: Number(oldStart),
      newStart: Number(newStart),
      oldLines: Number(oldLines ?? 1),
      newLines: Number(newLines ?? 1),
      section: section ?? '',
      body: text.slice(start, at),
    });
  }
  return { hunks, additions, deletions };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function firstLine(text: string): string {
  return text.slice(0, lineEnd(text, 0));
}
