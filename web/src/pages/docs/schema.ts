// Schemas in words, and values that fit them. Pure.
import { type Document, refName, resolved, type Schema } from './document';

/** `array of Event`, `string, date-time`, `"ask" | "code"`. */
export function typeText(schema: Schema): string {
  if (schema.$ref) return refName(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(it => JSON.stringify(it)).join(' | ');
  if (schema.items) return `${typeText(schema.items)}[]`;
  if (schema.oneOf && !schema.properties) return schema.oneOf.map(typeText).join(' | ');
  const type = schema.type ?? (schema.properties ? 'object' : 'any');
  const text = typeof type === 'string' ? type : type.join(' | ');
  return schema.format ? `${text} (${schema.format})` : text;
}

/** `at most 200`, `default 50`, in the notation of mathematics, which needs no language. */
export function bounds(schema: Schema): readonly string[] {
  const { minimum, maximum, maxLength, minItems, pattern } = schema;
  return [
    ...(minimum !== undefined ? [`≥ ${minimum}`] : []),
    ...(maximum !== undefined ? [`≤ ${maximum}`] : []),
    ...(maxLength !== undefined ? [`length ≤ ${maxLength}`] : []),
    ...(minItems !== undefined ? [`items ≥ ${minItems}`] : []),
    ...(schema.default !== undefined ? [`= ${JSON.stringify(schema.default)}`] : []),
    ...(pattern ? [`/${pattern}/`] : []),
  ];
}

/** What is inside of a schema and can be unfolded: of an array, that of its items. */
export function inside(document: Document, schema: Schema): Schema | undefined {
  const it = resolved(document, schema);
  if (it.items) return inside(document, it.items);
  return it.properties || it.oneOf ? it : undefined;
}

const PEEKED = 5;

/** What is inside at a glance: `{ url, upload, ref }`. */
export function peek(schema: Schema): string {
  const names = schema.properties
    ? Object.keys(schema.properties)
    : (schema.oneOf?.map(typeText) ?? []);
  const shown = names.slice(0, PEEKED).join(schema.properties ? ', ' : ' | ');
  return `{ ${shown}${names.length > PEEKED ? ' …' : ''} }`;
}

const DEEPEST = 6;

/**
 * A value that fits. For what is sent only what must be there, and what is usual in first place.
 *
 * @param whole also what may be left out, as answers have it
 */
export function example(document: Document, schema: Schema, whole: boolean, depth = 0): unknown {
  const it = resolved(document, schema);
  if (it.example !== undefined) return it.example;
  if (it.examples?.length) return it.examples[0];
  if (it.const !== undefined) return it.const;
  if (it.enum) return it.enum[0];
  if (it.default !== undefined) return it.default;
  if (depth > DEEPEST) return null;
  if (it.properties) {
    const shown = Object.entries(it.properties).filter(
      ([name]) => whole || it.required?.includes(name),
    );
    return Object.fromEntries(
      shown.map(([name, of]) => [name, example(document, of, whole, depth + 1)]),
    );
  }
  if (it.oneOf?.[0]) return example(document, it.oneOf[0], whole, depth + 1);
  if (it.items) return [example(document, it.items, whole, depth + 1)];
  return plain(it);
}

function plain({ type, format, minimum }: Schema): unknown {
  switch (type) {
    case 'string':
      return { 'date-time': '2026-05-17T09:30:00Z', date: '2026-05-17' }[format ?? ''] ?? 'text';
    case 'integer':
    case 'number':
      return minimum ?? 0;
    case 'boolean':
      return false;
    case 'object':
      return {};
    default:
      return null;
  }
}
