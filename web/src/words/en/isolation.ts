import { plural } from '../plural';

export const isolation = {
  lead: 'Two sandboxes, as they stand during set-up and while the agent works, try to get out by every way we know. Here is how far they come on this machine.',
  again: 'Run it again',
  busy: 'Trying to get out. This takes half a minute.',
  filter: 'Which rows',
  all: 'All',
  notBlocked: 'Not blocked',
  noneLeft: 'Everything was blocked',
  noneLeftHint: 'No try came through, in neither phase.',
  tried: 'What was tried',
  phases: { setup: 'Set-up', agent: 'Agent' },
  verdicts: { blocked: 'Blocked', open: 'Open', not_enforceable: 'Not enforceable' },
  holds: (n: number) =>
    plural('en', n, { one: 'Nothing got out', other: 'Nothing got out, of # tries' }),
  holdsBut: (n: number) =>
    plural('en', n, {
      one: 'Nothing got out; 1 limit cannot be enforced here',
      other: 'Nothing got out; # limits cannot be enforced here',
    }),
  opened: (n: number) => plural('en', n, { one: '1 try got out', other: '# tries got out' }),
  when: (ago: string, took: string) => `Tried ${ago}, in ${took}`,
  groups: {
    network: 'Network',
    host: 'The host',
    others: 'Other sandboxes',
    kernel: 'Kernel and rights',
    limits: 'Limits',
    rest: 'Other',
  },
  /** By the try's id; without one, the server's own words. */
  tries: {} as Record<string, string>,
};
