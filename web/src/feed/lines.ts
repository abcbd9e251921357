// The text of an event stream (HTML, section 9.2.6), read piece by piece. Pure.

export interface Message {
  readonly event: string;
  readonly data: string;
  readonly id: string;
}

/** What was read of a message that has not ended; begins as `NOTHING`. */
export interface Rest {
  readonly text: string;
  readonly id: string;
}

export const NOTHING: Rest = { text: '', id: '' };

/** All messages that end in `piece`, and what is left of it. */
export function read(rest: Rest, piece: string): { messages: Message[]; rest: Rest } {
  const blocks = (rest.text + piece.replaceAll('\r\n', '\n')).split('\n\n');
  const text = blocks.pop() ?? '';
  const messages: Message[] = [];
  let { id } = rest;
  for (const block of blocks) {
    const message = messageOf(block, id);
    id = message.id;
    if (message.data) messages.push(message);
  }
  return { messages, rest: { text, id } };
}

function messageOf(block: string, lastId: string): Message {
  let event = 'message';
  let id = lastId;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id') id = value;
  }
  return { event, id, data: data.join('\n') };
}
