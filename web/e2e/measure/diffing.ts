// A recording whose playing changes 200,000 lines, in a real sandbox: half of the lines of large files,
// many new ones, and one very large one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LARGE = 16;
const LARGE_LINES = 5_000;
const MADE = 30;
const MADE_LINES = 2_000;
const HUGE_LINES = 60_000;

export const CHANGED_LINES = LARGE * LARGE_LINES + MADE * MADE_LINES + HUGE_LINES;

/** What the repository has before. */
export function largeFiles(): Record<string, string> {
  const lines = Array.from(
    { length: LARGE_LINES },
    (_, n) => `total_${n} = tariff["class ${n % 7}"] * (days + ${n})  # as the harbour charges\n`,
  ).join('');
  return Object.fromEntries(
    Array.from({ length: LARGE }, (_, i) => [`fees/part_${10 + i}.py`, lines]),
  );
}

const COMMAND = [
  "sed -i '1~2s/tariff/rates/' fees/part_*.py",
  'mkdir made',
  `for i in $(seq 10 ${9 + MADE}); do seq -f "def part_%g(days): return days * 17 + $i" ${MADE_LINES} >made/part_$i.py; done`,
  `seq -f '%g,12.5,a berth of the outer harbour' ${HUGE_LINES} >made/tariffs.csv`,
].join('; ');

export function recordDiff(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  const answers = [
    { text: 'I change them all.', toolCalls: [{ name: 'bash', arguments: { command: COMMAND } }] },
    { text: 'All is changed.' },
  ];
  const usage = { input: 100, output: 9 };
  const lines = answers.map(reply => `${JSON.stringify({ reply, usage })}\n`);
  writeFileSync(join(folder, `${name}.jsonl`), lines.join(''));
}
