// A task's files as people look for them. Pure.
import type { TaskFile } from './queries';

/** In the order of the story; what is not here comes after, by name. */
const ORDER = [
  'setup.log',
  'agent.log',
  'check.log',
  'prompt.txt',
  'llm_response.txt',
  'explanation.md',
  'diff.patch',
  'events.jsonl',
  'gateway.jsonl',
];

/** Those of one attempt, without what the agent left to
 * download, which is the result's, and what people attached, which stands in the timeline. */
export function logsOf(files: readonly TaskFile[], attempt: number): TaskFile[] {
  return files
    .filter(file => file.attempt === attempt && !/^(?:output|attachments)\//.test(file.path))
    .sort((a, b) => place(a.path) - place(b.path) || (a.path < b.path ? -1 : 1));
}

/** What is most worth a look: what was asked for, else what runs, else what failed. */
export function worth(
  files: readonly TaskFile[],
  asked: string | null,
  phase: string | undefined,
): TaskFile | undefined {
  const named = (name: string | null | undefined) => files.find(file => file.path === name);
  return named(asked) ?? named(LOG_OF[phase ?? '']) ?? named('agent.log') ?? files[0];
}

const LOG_OF: Record<string, string> = {
  setup: 'setup.log',
  run: 'agent.log',
  check: 'check.log',
};

/** What the server sends as text; anything else is to be saved. */
export function isText(path: string): boolean {
  return ORDER.includes(path);
}

function place(path: string): number {
  const index = ORDER.indexOf(path);
  return index < 0 ? ORDER.length : index;
}
