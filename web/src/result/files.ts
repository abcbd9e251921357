// Where a task's files are. Pure.

/** As on disk: those of the first attempt lie at the top. */
export function fileAddress(taskId: string, attempt: number, name: string): string {
  const folder = attempt === 1 ? '' : `attempt-${attempt}/`;
  return `/logs/${taskId}/${folder}${name.split('/').map(encodeURIComponent).join('/')}`;
}

/** The line that puts the change into a clone of one's own. */
export function applyLine(taskId: string): string {
  return `drydock apply ${taskId}`;
}

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: what a terminal would obey
const SEQUENCE =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/g;
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: what a terminal would obey

/** What a program wrote for a terminal, as text: without colours, a line that was written over once. */
export function plainLog(written: string): string {
  return written
    .replace(SEQUENCE, '')
    .replace(/\r+\n/g, '\n')
    .replace(/[^\n]*\r/g, '');
}
