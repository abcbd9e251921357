import type { Isolation } from '~/api/client';
import { groupBy } from '~/parts/groupBy';

type Row = Isolation['phases'][number]['rows'][number];
export type PhaseName = Isolation['phases'][number]['phase'];
export type Verdict = Row['verdict'];
export type Group = (typeof GROUPS)[number];

export interface Found {
  readonly phase: PhaseName;
  readonly verdict: Verdict;
  readonly detail: string;
}

/** One thing that was tried, and what came of it in each phase. */
export interface Try {
  readonly id: string;
  readonly tried: string;
  readonly found: readonly Found[];
}

export const GROUPS = ['network', 'host', 'others', 'kernel', 'limits', 'rest'] as const;

const OF: Record<string, Group> = Object.fromEntries(
  Object.entries({
    network: 'dns tcp udp icmp ipv6 metadata host-loopback control-plane',
    host: 'host-files host-processes host-sockets host-memory system-files devices',
    others: 'sandbox-files sandbox-processes sandbox-sockets sandbox-memory door',
    kernel:
      'kernel-settings capabilities setuid ptrace namespaces mounts keyrings io-uring userfaultfd bpf perf',
    limits:
      'processes memory unmapped-memory processor disk temporary-files log-flood zombies outliving',
  } satisfies Partial<Record<Group, string>>).flatMap(([group, ids]) =>
    ids.split(' ').map(id => [id, group as Group]),
  ),
);

/** The phases side by side, by what was tried; what this page does not know stands last. Pure. */
export function tries(phases: Isolation['phases']): ReadonlyMap<Group, readonly Try[]> {
  const all = new Map<string, Try & { found: Found[] }>();
  for (const { phase, rows } of phases) {
    for (const { id, tried, verdict, detail } of rows) {
      const it = all.get(id) ?? { id, tried, found: [] };
      it.found.push({ phase, verdict, detail });
      all.set(id, it);
    }
  }
  const grouped = groupBy(all.values(), ({ id }) => OF[id] ?? 'rest');
  return new Map(GROUPS.flatMap(group => [[group, grouped.get(group) ?? []] as const]));
}

/** Whether it was not kept in, in any phase. Pure. */
export function notBlocked({ found }: Try): boolean {
  return found.some(({ verdict }) => verdict !== 'blocked');
}

/** How often each verdict was given. Pure. */
export function counted(phases: Isolation['phases']): Record<Verdict, number> {
  const counts = { blocked: 0, open: 0, not_enforceable: 0 };
  for (const { verdict } of phases.flatMap(({ rows }) => rows)) counts[verdict]++;
  return counts;
}
