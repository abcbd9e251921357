// The API, with the types of openapi.yaml. Whoever is refused gets a Refused, with the server's words.
import createClient from 'openapi-fetch';
import type { components, paths } from '../../generated/openapi';
import { Refused } from './refused';

type Schemas = components['schemas'];
export type Task = Schemas['Task'];
export type TaskList = Schemas['TaskList'];
export type TaskCounts = Schemas['TaskCounts'];
export type TaskCreate = Schemas['TaskCreate'];
export type TaskEvent = Schemas['Event'];
export type State = Schemas['State'];
export type Mode = Schemas['Mode'];
export type Phase = Schemas['Phase'];
export type Attempt = Schemas['Attempt'];
export type Result = Schemas['Result'];
export type Failure = Schemas['Failure'];
export type Usage = Schemas['Usage'];
export type DiffStat = Schemas['DiffStat'];
export type PhaseTiming = Schemas['PhaseTiming'];
export type Model = Schemas['ModelList']['models'][number];
export type System = Schemas['System'];
export type Code = Schemas['Code'];
export type Limits = Schemas['Limits'];
export type Token = Schemas['Token'];
export type TokenCreate = Schemas['TokenCreate'];
export type Scope = Schemas['Scope'];
export type Isolation = Schemas['Isolation'];
export type Cleaned = Schemas['Cleaned'];
export type Repository = Schemas['Repository'];
export type Branches = Schemas['BranchList'];
export type Provider = Schemas['Provider'];
export type ModelTried = Schemas['ModelTried'];
export type UsageReport = Schemas['UsageReport'];
export type Spent = Schemas['Spent'];

export const api = createClient<paths>({
  // Looked up at each call, so that a test may put its own in.
  fetch: request => globalThis.fetch(request),
  querySerializer: { array: { style: 'form', explode: false } },
});

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of an answer; throws what the server refused. */
export async function body<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw Refused.of(response.status, error);
  return data as T;
}

/** A key under which a request may be sent twice and is done once. */
export function onceKey(): string {
  return crypto.randomUUID();
}
