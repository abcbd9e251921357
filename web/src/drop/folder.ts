// Dropped and chosen files as one archive. A folder becomes a zip in the browser.

/** A file and where it stood, with `/` between folders. */
export interface Placed {
  readonly path: string;
  readonly file: File;
}

/** What a package manager can bring again, and no project means to send. */
const LEFT_OUT = new Set(['node_modules', '.venv', '__pycache__', '.DS_Store']);
const ARCHIVE = /\.(?:zip|tar\.gz|tgz|tar)$/i;
const LONG_AGO = new Date('1980-01-01T00:00:00');

export function isArchive(name: string): boolean {
  return ARCHIVE.test(name);
}

export function isLeftOut(path: string): boolean {
  return path.split('/').some(part => LEFT_OUT.has(part));
}

/**
 * Must be called before the drop event ends; what it found can be read later. What is in no file
 * system (an attachment of another program) has no entry, and is a file all the same.
 */
export function entriesOf(transfer: DataTransfer): readonly (FileSystemEntry | File)[] {
  return [...transfer.items].flatMap(
    item => item.webkitGetAsEntry() ?? (item.kind === 'file' ? (item.getAsFile() ?? []) : []),
  );
}

/** All files below, without what is left out. */
export async function filesBelow(entries: readonly (FileSystemEntry | File)[]): Promise<Placed[]> {
  const found: Placed[] = [];
  for (const entry of entries) {
    if (entry instanceof File) {
      if (!isLeftOut(entry.name)) found.push({ path: entry.name, file: entry });
      continue;
    }
    const path = entry.fullPath.replace(/^\//, '');
    if (isLeftOut(path)) continue;
    if (entry.isFile) found.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
    else found.push(...(await filesBelow(await childrenOf(entry as FileSystemDirectoryEntry))));
  }
  return found;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A browser gives a hundred at a time, and none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (!some.length) return all;
    all.push(...some);
  }
}

/** The same files give the same bytes, so that the server knows them again. */
export async function zipped(files: readonly Placed[]): Promise<Blob> {
  const { Zip, ZipDeflate } = await import('fflate');
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else pieces.push(piece as Uint8Array<ArrayBuffer>);
  });
  // File by file, so that the page stays alive. (A worker made of a blob the policy would refuse.)
  for (const { path, file } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const entry = new ZipDeflate(path, { level: 1 });
    entry.mtime = LONG_AGO;
    zip.add(entry);
    entry.push(new Uint8Array(await file.arrayBuffer()), true);
  }
  zip.end();
  if (failure) throw failure;
  return new Blob(pieces, { type: 'application/zip' });
}

/** What was dropped or chosen, as one archive with a name. */
export async function archiveOf(files: readonly Placed[]): Promise<{ blob: Blob; name: string }> {
  const [only] = files;
  if (only && files.length === 1 && isArchive(only.path)) {
    return { blob: only.file, name: only.file.name };
  }
  const top = only?.path.includes('/') ? only.path.split('/')[0] : undefined;
  return { blob: await zipped(files), name: `${top ?? 'files'}.zip` };
}
