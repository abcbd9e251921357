// What a reviewer did, kept in this browser: by task and attempt, the last ones only. Pure but for
// `open`.
import type { Draft } from './message';

export interface Kept {
  /** Paths that were ticked, each with the fingerprint of what was seen. */
  readonly viewed: Readonly<Record<string, string>>;
  readonly drafts: readonly Draft[];
}

export const NOTHING: Kept = { viewed: {}, drafts: [] };

interface Entry extends Kept {
  readonly at: number;
}
type Everything = Readonly<Record<string, Entry>>;

const KEY = 'drydock.reviews';
const MOST = 60;

/** What a browser keeps may be anything: of another version, or changed by hand. */
export function read(stored: string | null): Everything {
  try {
    const found: unknown = JSON.parse(stored ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(
      Object.entries(found as Record<string, Partial<Entry> | null>).flatMap(([scope, entry]) =>
        entry && typeof entry.viewed === 'object' && Array.isArray(entry.drafts)
          ? [[scope, { at: Number(entry.at) || 0, viewed: entry.viewed, drafts: entry.drafts }]]
          : [],
      ),
    );
  } catch {
    return {};
  }
}

/** With one review put in: what is empty is left out, of the others the oldest. */
export function written(all: Everything, scope: string, kept: Kept, at: number): string {
  const { [scope]: _, ...others } = all;
  const isEmpty = !kept.drafts.length && !Object.keys(kept.viewed).length;
  const entries = Object.entries(others)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, MOST - 1);
  return JSON.stringify(
    Object.fromEntries(isEmpty ? entries : [[scope, { at, ...kept }], ...entries]),
  );
}

/** A review that may be looked at and changed; without storage it lasts as long as the page. */
export interface Review {
  readonly now: () => Kept;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (next: (kept: Kept) => Kept) => void;
}

export function open(scope: string, storage: Storage): Review {
  const entry = read(stored(storage))[scope];
  let kept: Kept = entry ? { viewed: entry.viewed, drafts: entry.drafts } : NOTHING;
  const listeners = new Set<() => void>();
  return {
    now: () => kept,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: next => {
      kept = next(kept);
      try {
        storage.setItem(KEY, written(read(stored(storage)), scope, kept, Date.now()));
      } catch {
        // Full, or forbidden: what was done still stands in this page.
      }
      for (const listener of listeners) listener();
    },
  };
}

function stored(storage: Storage): string | null {
  try {
    return storage.getItem(KEY);
  } catch {
    return null;
  }
}
