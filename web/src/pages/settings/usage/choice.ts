import type { Days, UsageBy } from '../requests';
import { lastDays, MEASURES, type Measure } from './days';

export const SPANS = [7, 30, 90] as const;
export type Range = '7' | '30' | '90' | 'own';
export const BYS = ['repository', 'model', 'actor'] as const satisfies readonly UsageBy[];
export type By = (typeof BYS)[number];

/** What the page shows, as its address says it. */
export interface Choice {
  readonly range: Range;
  readonly days: Days;
  /** Nothing was said: that which says most. */
  readonly measure: Measure | undefined;
  readonly by: By;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** From an address; what it does not say, or says wrong, is as usual. Pure. */
export function read(parameters: URLSearchParams, now: number): Choice {
  const from = parameters.get('from') ?? '';
  const to = parameters.get('to') ?? '';
  const own = DAY.test(from) && DAY.test(to) && from <= to;
  const span = SPANS.find(n => String(n) === parameters.get('days')) ?? 30;
  return {
    range: own ? 'own' : (String(span) as Range),
    days: own ? { from, to } : lastDays(span, now),
    measure: MEASURES.find(it => it === parameters.get('measure')),
    by: BYS.find(it => it === parameters.get('by')) ?? 'repository',
  };
}

/** The other way round; what is as usual is left out. Pure. */
export function write({ range, days, measure, by }: Choice): URLSearchParams {
  return new URLSearchParams({
    ...(range === 'own' ? { ...days } : range === '30' ? {} : { days: range }),
    ...(measure ? { measure } : {}),
    ...(by === 'repository' ? {} : { by }),
  });
}
