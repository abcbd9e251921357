// A request as somebody filled it in. Pure.
import type { Method, Operation } from './document';

export interface Filled {
  /** By the parameter's place and name. */
  readonly values: Readonly<Record<string, string>>;
  /** JSON, if the operation takes it. */
  readonly text: string;
}

export interface Prepared {
  readonly method: Method;
  /** With the query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export function field(parameter: { readonly in: string; readonly name: string }): string {
  return `${parameter.in} ${parameter.name}`;
}

export const JSON_TYPE = 'application/json';

export function takesJson({ body }: Operation): boolean {
  return body?.[JSON_TYPE] !== undefined;
}

/** Any bytes, as a file. */
export function takesFile({ body }: Operation): boolean {
  return body?.['*/*'] !== undefined;
}

/** What must be filled in and is not. */
export function missing(operation: Operation, { values }: Filled): readonly string[] {
  return operation.parameters
    .filter(it => it.required && !values[field(it)]?.trim())
    .map(({ name }) => name);
}

export function prepared(operation: Operation, { values, text }: Filled): Prepared {
  const of = (place: string) =>
    operation.parameters.flatMap(it => {
      const value = values[field(it)]?.trim();
      return it.in === place && value ? [[it.name, value] as const] : [];
    });
  const path = of('path').reduce(
    (url, [name, value]) => url.replace(`{${name}}`, encoded(value)),
    operation.path,
  );
  const query = String(new URLSearchParams(of('query').map(([...it]) => it)));
  const json = takesJson(operation);
  return {
    method: operation.method,
    url: query ? `${path}?${query}` : path,
    headers: {
      ...accepted(operation),
      ...(json ? { 'Content-Type': JSON_TYPE } : {}),
      ...Object.fromEntries(of('header')),
    },
    body: json ? text : undefined,
  };
}

/** Files lie in folders: a stroke stays a stroke. */
function encoded(value: string): string {
  return value.split('/').map(encodeURIComponent).join('/');
}

/** Pages rather than streams where both can be had: a stream does not end. */
function accepted({ responses }: Operation): Record<string, string> {
  const types = responses
    .filter(({ statuses }) => statuses.some(it => it.startsWith('2')))
    .flatMap(({ content }) => Object.keys(content ?? {}));
  return types.length > 1 && types.includes(JSON_TYPE) ? { Accept: JSON_TYPE } : {};
}

/** The same for a terminal; `$TOKEN` stands for the token, which the page does not know. */
export function curl(origin: string, { open }: Operation, request: Prepared): string {
  const { method, url, headers, body } = request;
  const lines = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quoted(origin + url)}`,
    ...(open ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoted(body)}`]),
  ];
  return lines.join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
