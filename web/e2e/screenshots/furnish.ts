// Tasks to look at, made by the real server: one that succeeds, one that fails, and so on.
import { asked, call, ended, post, sent, shared } from '../tasks';

export interface Furniture {
  readonly done: string;
  readonly failed: string;
  /** Stopped by its budget. */
  readonly spent: string;
  /** Tried twice, side by side. */
  readonly twice: string;
  /** Where `done` is shared. */
  readonly link: string;
}

const TOKENS = [
  ['ann@example.org', 'admin', undefined],
  ['ci', 'write', 'P30D'],
  ['dashboards', 'read', 'P365D'],
] as const;

export async function furnish(): Promise<Furniture> {
  const upload = await sent();
  const repo = { upload };
  const done = await asked({
    prompt:
      'One of the tests fails. Find out why, mend the code and not the test, and say what was wrong.',
    repo,
    model: 'scripted/template',
    check: 'python3 -m unittest',
  });
  const twice = await asked({
    prompt: 'How does a stay at a berth get its price? Name the files.',
    repo,
    mode: 'ask',
    attempts: 2,
    model: 'scripted/template-ask',
  });
  const failed = await asked({
    prompt: 'Bring the dependencies up to date and mend what breaks',
    repo,
    model: 'scripted/template',
    environment: {
      setup: 'echo "resolving packages"; echo "error: no such package: tide-tables==9" >&2; exit 1',
    },
  });
  const spent = await asked({
    prompt: 'Rewrite the tariff as a table, and prove that no fee changes',
    repo,
    model: 'scripted/template',
    budget: { calls: 2 },
  });
  await tokens();
  await Promise.all([done, twice, failed, spent].map(ended));
  return { done, failed, spent, twice, link: (await shared(done)).path };
}

/** One whose agent waits for a person. */
export async function asking(): Promise<string> {
  const careful = { '.drydock/environment.yaml': 'commands: {policy: ask}\n' };
  return asked({
    prompt: 'Keep a list of what lies moored, and one of what was sent away',
    repo: { upload: await sent(careful) },
    model: 'scripted/asks',
  });
}

/** A server that was there before may have them. */
async function tokens(): Promise<void> {
  const { tokens } = (await (await call('GET', '/api/tokens')).json()) as {
    tokens: { name: string }[];
  };
  const there = new Set(tokens.map(({ name }) => name));
  for (const [name, scope, expiresIn] of TOKENS.filter(([name]) => !there.has(name))) {
    await post('/api/tokens', { name, scope, expiresIn });
  }
}
