// How a file is shown at first. Pure.

import { turns } from '~/text/hidden';
import type { FileDiff } from '../patch/patch';
import { oneSided } from '../rows/rows';

/** Why a file is folded until somebody wants to see it. */
export type Folded = 'deleted' | 'generated' | 'large';

const LARGE_LINES = 2_000;
const LARGE_SIZE = 300_000;

const GENERATED =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|composer\.lock|Cargo\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|Gemfile\.lock|go\.sum|flake\.lock|gradle\.lockfile)$|\.min\.(js|css)$|\.(snap|map)$|\.pb\.go$|_pb2\.py$|(^|\/)(node_modules|vendor|dist)\//;

export function foldedAtFirst(file: FileDiff): Folded | undefined {
  if (file.additions + file.deletions > LARGE_LINES) return 'large';
  if (file.size > LARGE_SIZE && !file.binary) return 'large';
  if (file.status === 'deleted' && file.hunks.length) return 'deleted';
  if (GENERATED.test(file.path) && file.hunks.length) return 'generated';
  return undefined;
}

/** How high its lines will be, before they are read: rows of context, removed and added ones. */
export function rowsExpected(file: FileDiff, split: boolean): number {
  const context = file.hunks.reduce((sum, hunk) => sum + hunk.newLines, 0) - file.additions;
  const changed =
    split && !oneSided(file)
      ? Math.max(file.additions, file.deletions)
      : file.additions + file.deletions;
  return Math.max(0, context) + changed;
}

export interface Ends {
  /** Every line ends with a carriage return. */
  readonly all: boolean;
  /** Some do, and others do not. */
  readonly mixed: boolean;
}

export function lineEnds(file: FileDiff): Ends {
  let withReturn = 0;
  let all = 0;
  for (const { body } of file.hunks) {
    for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) {
      if (body.charCodeAt(at - 1) === 13) withReturn++;
      all++;
    }
  }
  return { all: all > 0 && withReturn === all, mixed: withReturn > 0 && withReturn < all };
}

/** An added line has characters that turn what follows round: who reviews it should know. */
export function isTurned(file: FileDiff): boolean {
  return (
    turns(file.path) ||
    file.hunks.some(
      ({ body }) => turns(body) && body.split('\n').some(it => it[0] === '+' && turns(it)),
    )
  );
}
