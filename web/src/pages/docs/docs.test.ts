import document from 'virtual:openapi';
import { expect, test } from 'vitest';
import { operations, refName, resolved } from './document';
import { curl, field, missing, prepared } from './request';
import { example, typeText } from './schema';

const all = operations(document);
const found = (id: string) => {
  const it = all.find(operation => operation.id === id);
  if (!it) throw new Error(id);
  return it;
};

test('every operation of the document has its own address and a known group', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const tags = document.tags.map(({ name }) => name);
  expect(all.filter(({ tag }) => !tags.includes(tag))).toEqual([]);
});

test('every reference leads somewhere, and every schema has an example', () => {
  const refs = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
  for (const $ref of refs) expect(resolved(document, { $ref }), refName($ref)).toBeDefined();
  for (const schema of Object.values(document.components.schemas)) {
    expect(example(document, schema, true)).toBeDefined();
  }
});

test('what is refused alike stands in one line', () => {
  expect(found('showTask').responses.map(({ statuses }) => statuses)).toEqual([
    ['200'],
    ['400', '401', '403', '404', '429', '503'],
  ]);
});

test('an example of what is sent has only what must be there', () => {
  expect(example(document, { $ref: '#/components/schemas/TaskCreate' }, false)).toEqual({
    prompt: 'text',
  });
});

test('types read as a programmer writes them', () => {
  expect(typeText({ type: 'array', items: { $ref: '#/components/schemas/Event' } })).toBe(
    'Event[]',
  );
  expect(typeText({ enum: ['ask', 'code'] })).toBe('"ask" | "code"');
  expect(typeText({ type: 'string', format: 'date' })).toBe('string (date)');
});

test('a request is put together from what was filled in', () => {
  const events = found('taskEvents');
  const filled = {
    values: {
      'path id': 'a b',
      'query after': '7',
      'header Last-Event-ID': '',
      'query limit': ' ',
    },
    text: '',
  };
  expect(missing(events, { values: {}, text: '' })).toEqual(['id']);
  expect(missing(events, filled)).toEqual([]);
  const request = prepared(events, filled);
  expect(request).toEqual({
    method: 'get',
    url: '/api/tasks/a%20b/events?after=7',
    headers: { Accept: 'application/json' },
    body: undefined,
  });
});

test('a terminal can send it too, whatever stands in it', () => {
  const create = found('createTask');
  const key = create.parameters.find(({ in: place }) => place === 'header');
  const request = prepared(create, {
    values: key ? { [field(key)]: 'k1' } : {},
    text: '{"prompt": "it\'s"}',
  });
  expect(curl('http://localhost', create, request)).toBe(
    `curl -X POST 'http://localhost/api/tasks' \\
  -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' \\
  -H 'Idempotency-Key: k1' \\
  -d '{"prompt": "it'\\''s"}'`,
  );
});
