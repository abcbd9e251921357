import { useEffect, useState } from 'react';
import { coloured, MOST_CHARACTERS } from '~/colour/colour';
import { languageOf } from '~/colour/languages';
import type { Token } from '~/colour/token';
import type { Line } from '../rows/lines';

export type Colours = ReadonlyMap<Line, readonly Token[]>;

const NONE: Colours = new Map();

/** The colours of a file's lines, hunk by hunk, as soon as they are known; none of a large file. */
export function useColours(
  path: string,
  size: number,
  hunks: readonly (readonly Line[])[],
): Colours {
  const [colours, setColours] = useState(NONE);
  useEffect(() => {
    const language = languageOf(path);
    if (!language || size > MOST_CHARACTERS) return;
    let left = false;
    const all = async () => {
      const found = new Map<Line, readonly Token[]>();
      for (const lines of hunks) {
        // What is gone and what is new are two texts: each is coloured as it stood.
        const before = lines.filter(line => line.mark !== '+');
        const after = lines.filter(line => line.mark !== '-');
        for (const side of before.length < lines.length || !after.length
          ? [before, after]
          : [after]) {
          if (left) return;
          const tokens = await coloured(side.map(line => line.text).join('\n'), language);
          for (const [index, line] of side.entries()) found.set(line, tokens[index] ?? []);
          await idle();
        }
      }
      if (!left) setColours(found);
    };
    void all();
    return () => {
      left = true;
    };
  }, [path, size, hunks]);
  return colours;
}

/** Lets the page breathe. */
function idle(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}
