// The parts of OpenAPI 3.1 that our document uses, and what the page makes of it. Pure.
import { groupBy } from '~/parts/groupBy';

export interface Ref {
  readonly $ref: string;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly example?: unknown;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface Response {
  readonly description: string;
  readonly content?: Content;
}

interface RawOperation {
  readonly operationId?: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly (Parameter | Ref)[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response | Ref>>;
  readonly security?: readonly unknown[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

type PathItem = Readonly<Partial<Record<Method, RawOperation>>> & {
  readonly parameters?: readonly (Parameter | Ref)[];
};

export interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

export interface Operation {
  /** Its fragment in the page's address. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  /** Whether it needs no token. */
  readonly open: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Content | undefined;
  readonly responses: readonly Answer[];
}

export interface Answer extends Response {
  /** Those that are answered alike stand together. */
  readonly statuses: readonly string[];
}

/** All operations, as the document orders them. */
export function operations(document: Document): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap(method => {
      const raw = item[method];
      return raw ? [operation(document, path, method, raw, item.parameters ?? [])] : [];
    }),
  );
}

function operation(
  document: Document,
  path: string,
  method: Method,
  raw: RawOperation,
  ofPath: readonly (Parameter | Ref)[],
): Operation {
  return {
    id: raw.operationId ?? `${method}${path.replace(/\W+/g, '-')}`,
    method,
    path,
    tag: raw.tags[0] ?? '',
    summary: raw.summary,
    description: raw.description ?? '',
    open: raw.security?.length === 0,
    parameters: [...ofPath, ...(raw.parameters ?? [])].map(it =>
      '$ref' in it ? named(document.components.parameters, it) : it,
    ),
    body: raw.requestBody?.content,
    responses: answers(document, raw.responses),
  };
}

function answers(
  document: Document,
  responses: Readonly<Record<string, Response | Ref>>,
): readonly Answer[] {
  const alike = groupBy(Object.entries(responses), ([status, it]) =>
    '$ref' in it ? it.$ref : status,
  );
  return [...alike.values()].flatMap(group => {
    const first = group[0]?.[1];
    if (!first) return [];
    const response = '$ref' in first ? named(document.components.responses, first) : first;
    return [{ ...response, statuses: group.map(([status]) => status).sort() }];
  });
}

function named<T>(all: Readonly<Record<string, T>>, { $ref }: Ref): T {
  const found = all[refName($ref)];
  if (!found) throw new Error(`the document names ${$ref} and does not have it`);
  return found;
}

/** The last part of a reference: its name. */
export function refName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** The schema that is meant: itself, or what it refers to. */
export function resolved(document: Document, schema: Schema): Schema {
  return schema.$ref ? named(document.components.schemas, { $ref: schema.$ref }) : schema;
}
