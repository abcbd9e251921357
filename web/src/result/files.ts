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
