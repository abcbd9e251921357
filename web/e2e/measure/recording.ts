// A recording whose playing makes a task of very many events: words, thoughts, plans, files that are
// read and changed, commands that print in colour. All of it runs in a real sandbox.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS =
  'The fee of a stay is the *tariff per day* times the days that were begun. `days` rounds down, and every day begun is charged: so a stay of two days and a minute must count as three. ';

/** Each step of the agent: about 2 events for each file it reads, some more for the rest. */
const READS = 480;

/** @param events how many the task has at least */
export function record(folder: string, name: string, events: number): void {
  mkdirSync(folder, { recursive: true });
  const steps = Math.ceil(events / (2 * READS + 12));
  const lines = Array.from({ length: steps }, (_, step) => JSON.stringify(answer(step, steps)));
  const last = {
    reply: { text: `All **${steps}** steps are done.` },
    usage: { input: 1, output: 9 },
  };
  writeFileSync(join(folder, `${name}.jsonl`), `${[...lines, JSON.stringify(last)].join('\n')}\n`);
}

function answer(step: number, steps: number) {
  const status = (n: number) => (n < step ? 'completed' : n === step ? 'in_progress' : 'pending');
  const part = Math.floor((step / steps) * 4);
  const plan = ['Read', 'Understand', 'Mend', 'Prove'].map((text, n) => ({
    text,
    status: n < part ? 'completed' : n === part ? 'in_progress' : 'pending',
  }));
  const print = `for i in $(seq 1 40); do printf '\\033[3%dmline %d of step ${step} (${status(step)})\\033[0m\\n' $((i % 7 + 1)) $i; done`;
  // No two are the same: an agent that goes in circles is stopped.
  const reads = Array.from({ length: READS }, (_, i) => {
    const n = step * READS + i;
    const place = { offset: 1 + (Math.floor(n / 2_000) % 4), limit: 1 + (n % 2_000) };
    return {
      name: 'read',
      arguments: { path: 'tariff.csv', ...place, line_numbers: Math.floor(n / 8_000) % 2 === 0 },
    };
  });
  return {
    reply: {
      thinking: `Step ${step}: I read on.`,
      text: `### Step ${step}\n\n${WORDS.repeat(2 + (step % 5))}\n\n- one\n- two\n\n\`\`\`python\ndef days(arrives, leaves):\n    return -(-(leaves - arrives) // DAY)\n\`\`\`\n`,
      toolCalls: [
        { name: 'plan', arguments: { entries: plan } },
        { name: 'bash', arguments: { command: print } },
        {
          name: 'write',
          arguments: { path: `notes/${step}.md`, content: `# Step ${step}\n\n${WORDS}\n` },
        },
        ...reads,
      ],
    },
    usage: { input: 1000 + step, output: 200 },
  };
}
