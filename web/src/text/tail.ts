// The end of a text that may be very long, read piece by piece: no more than `most` characters (and
// one piece) are ever held. Apart from the network.

export interface Tail {
  readonly text: string;
  /** There was more before it. */
  readonly cut: boolean;
}

/** @param isPart something lies before the first piece */
export async function tail(
  pieces: AsyncIterable<string>,
  most: number,
  isPart = false,
): Promise<Tail> {
  let text = '';
  let cut = isPart;
  for await (const piece of pieces) {
    text += piece;
    if (text.length > most * 2) {
      text = text.slice(-most);
      cut = true;
    }
  }
  if (text.length <= most && !cut) return { text, cut };
  const end = text.slice(-most);
  // From the next whole line on.
  return { text: end.slice(end.indexOf('\n') + 1), cut: true };
}
