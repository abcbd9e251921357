import { plural } from '../plural';

export const tasks = {
  title: 'Tasks',
  search: 'Search tasks',
  repo: 'Repository',
  filters: {
    all: 'All',
    open: 'Active',
    done: 'Done',
    failed: 'Failed',
    canceled: 'Canceled',
    archived: 'Archived',
  },
  filter: 'Which tasks',
  groups: {
    waiting: 'Waiting for you',
    running: 'Running',
    queued: 'Queued',
    ended: 'Ended',
  },
  ofRepo: (name: string) => `Only ${name}`,
  ofActor: (name: string) => `Asked by ${name}`,
  clear: 'Clear',
  archived: (n: number) => plural('en', n, { one: 'Archived', other: '# archived' }),
  unarchived: (n: number) =>
    plural('en', n, { one: 'Back in the list', other: '# back in the list' }),
  undo: 'Undo',
  noneArchived: 'Nothing is archived',
  noneArchivedHint: 'Archive what has ended to keep the list short. Nothing is lost by it.',
  none: 'No task yet',
  noneHint: 'Ask for something, and follow it here.',
  noneFits: 'No task fits',
  noneFitsHint: 'Other words or another filter may find it.',
  older: 'Older tasks',
  select: (title: string) => `Select: ${title}`,
  selected: (n: number) => plural('en', n, { one: '1 selected', other: '# selected' }),
  selectAll: 'Select all',
  doneTo: (n: number) => plural('en', n, { one: 'Done with 1 task', other: 'Done with # tasks' }),
  refusedOf: (n: number, why: string) =>
    plural('en', n, { one: `1 was refused: ${why}`, other: `# were refused: ${why}` }),
  deleteTitle: (n: number) =>
    plural('en', n, { one: 'Delete this task?', other: 'Delete these # tasks?' }),
  deleteHint: 'Their diffs, their logs and their links go too. Nobody can bring them back.',
  actor: (name: string) => `Asked by ${name}`,
  cost: 'Cost',
};
