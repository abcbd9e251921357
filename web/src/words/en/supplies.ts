import { plural } from '../plural';

/** What a task starts from: repositories, branches, models and their keys. */
export const supplies = {
  knownFor: (tasks: number) =>
    tasks ? plural('en', tasks, { one: '1 task', other: '# tasks' }) : 'no task yet',
  asking: 'Asking for its branches …',
  noBranches: (why: string) => `Its branches cannot be listed: ${why}`,
  moreBranches: 'More than 1,000 branches: type the name of one that is not listed.',
  defaultBranch: (name: string) => `${name} (default)`,
  sources: 'Where they come from',
  useAsDefault: 'Use as default',
  resetDefault: 'As it was set up',
  notSetUp: 'Not set up',
  fromSettings: 'Set in the server’s environment or drydock.yaml, and changed there',
  keyEnds: (end: string) => `Key …${end}`,
  hasKey: 'With a key',
  noKey: 'Without a key',
  models: (n: number) => plural('en', n, { one: '1 model', other: '# models' }),
  remove: 'Remove',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeHint:
    'The server forgets the key and the address. Tasks that use its models fail at their next call.',
  give: 'Give a key',
  giveFor: 'What it is for',
  kinds: { openai: 'OpenAI', anthropic: 'Anthropic', own: 'A server of your own' },
  key: 'Key',
  keyHint: 'Stays with the server, in a file only it may read. No sandbox ever sees it.',
  keyOptional: 'Key, if it wants one',
  url: 'Address',
  urlHint: 'Ollama, vLLM, llama.cpp, or whatever speaks OpenAI’s Chat Completions',
  takesPlace: 'Takes the place of what is kept for OpenAI.',
  verify: 'Verify and use',
  verified: (name: string, n: number) =>
    plural('en', n, {
      one: `${name} answers: 1 model is ready`,
      other: `${name} answers: # models are ready`,
    }),
  allSet: 'All of them are set in the server’s environment.',
  tryIt: 'Try',
  tryHint: 'One small call, which may cost a fraction of a cent',
  answered: (time: string, input: string, output: string) =>
    `Answered in ${time}, ${input} tokens in, ${output} out`,
  silent: 'It said nothing',
  reasons: {
    key_refused: 'The key was refused',
    no_such_model: 'There is no such model',
    not_reachable: 'Not reachable',
    too_slow: 'No answer in time',
    busy: 'Too many requests, or no credit',
    refused: 'The request was refused',
  } as Record<string, string>,
};
