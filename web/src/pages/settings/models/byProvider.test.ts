import { expect, test } from 'vitest';
import type { Model } from '~/api/client';
import { byProvider, ownName } from './byProvider';

const model = (name: string): Model => ({
  name,
  dialect: 'openai_chat',
  contextTokens: 8192,
  maxOutputTokens: 1024,
  tools: 'native',
  vision: false,
});

test('groups keep the order of the server, and recordings stand last', () => {
  const [script, one, other, two] = ['scripted/a', 'openai/b', 'ollama/c', 'openai/d/e'].map(model);
  expect(byProvider([script, one, other, two].filter(it => it !== undefined))).toEqual([
    { provider: 'openai', models: [one, two] },
    { provider: 'ollama', models: [other] },
    { provider: 'scripted', models: [script] },
  ]);
});

test('only the provider is taken off a name', () => {
  expect(ownName('openrouter/qwen/qwen3')).toBe('qwen/qwen3');
});
