// A text without end is cut into rows of a screen's length, so that each is drawn by itself.

const LONG = 3_000;
const TOO_LONG = 12_000;
const FENCE = /^ {0,3}(`{3,}|~{3,})([^\n`]*)$/gm;

export interface Cut {
  readonly head: string;
  readonly tail: string;
}

/** Where a long text may be cut: between paragraphs, at need between lines or anywhere. */
export function cut(text: string): Cut | undefined {
  if (text.length < LONG) return undefined;
  const fences = openings(text);
  const inside = (at: number) => fences.findLast(fence => fence.at < at)?.opener;
  for (let at = text.lastIndexOf('\n\n'); at > LONG / 4; at = text.lastIndexOf('\n\n', at - 1)) {
    if (!inside(at)) return { head: text.slice(0, at), tail: text.slice(at + 2) };
  }
  if (text.length < TOO_LONG) return undefined;
  const line = text.lastIndexOf('\n', TOO_LONG);
  const at = line > TOO_LONG / 2 ? line : whole(text, TOO_LONG);
  const opener = inside(at);
  const rest = text.slice(line > TOO_LONG / 2 ? at + 1 : at);
  return { head: text.slice(0, at), tail: opener ? `${opener}\n${rest}` : rest };
}

/** Each line that opens or closes a block of code; `opener` is what stands open after it. */
function openings(text: string): { at: number; opener: string | undefined }[] {
  const found: { at: number; opener: string | undefined }[] = [];
  let open: { line: string; mark: string } | undefined;
  for (const match of text.matchAll(FENCE)) {
    const mark = match[1] ?? '';
    if (!open) open = { line: match[0], mark };
    else if (mark.startsWith(open.mark) && !match[2]?.trim()) open = undefined;
    else continue;
    found.push({ at: match.index, opener: open?.line });
  }
  return found;
}

/** No pair of surrogates is torn apart. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
