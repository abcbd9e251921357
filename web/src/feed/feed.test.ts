import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Feed, openFeed } from './feed';

/** Answers to the requests of a feed, one after the other, and what was asked. */
class Server {
  readonly asked: string[] = [];
  readonly #answers: (() => Response)[] = [];

  says(...pieces: string[]): this {
    const bytes = pieces.map(piece => new TextEncoder().encode(piece));
    this.#answers.push(() => new Response(new Blob(bytes).stream()));
    return this;
  }

  /** A page of events that were there before. */
  holds(...numbers: number[]): this {
    this.#answers.push(() => Response.json({ events: numbers.map(number => ({ number })) }));
    return this;
  }

  status(status: number): this {
    this.#answers.push(() => new Response(status === 204 ? null : '{}', { status }));
    return this;
  }

  isAway(): this {
    this.#answers.push(() => {
      throw new TypeError('no route');
    });
    return this;
  }

  readonly fetch = async (address: string): Promise<Response> => {
    this.asked.push(address);
    const answer = this.#answers.shift();
    if (!answer) return new Promise(() => {});
    return answer();
  };
}

const EVENTS = '/api/tasks/t/events';
const NEWEST = `${EVENTS}?before=${Number.MAX_SAFE_INTEGER}&limit=1000`;
const event = (number: number) => `id: ${number}\ndata: {"number":${number}}\n\n`;
const numbers = (feed: Feed) => feed.events.map(it => it.number);
let feed: Feed | undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  feed?.close();
  vi.useRealTimers();
});

function open(server: Server): Feed {
  vi.stubGlobal('fetch', server.fetch);
  feed = openFeed('t');
  return feed;
}

test('goes on after the last event where it broke off, and nothing comes twice', async () => {
  const server = new Server()
    .holds()
    .says(event(1), event(2))
    .isAway()
    .says(event(2), event(3), 'event: end\ndata: {}\n\n');
  const opened = open(server);
  await vi.waitFor(() => expect(opened.status.kind).toBe('away'));
  await vi.advanceTimersByTimeAsync(20_000);
  await vi.waitFor(() => expect(opened.status.kind).toBe('ended'));
  expect(numbers(opened)).toEqual([1, 2, 3]);
  expect(server.asked).toEqual([NEWEST, ...[0, 2, 2].map(after => `${EVENTS}?after=${after}`)]);
});

test('a task that has ended is not asked for again, until its next turn', async () => {
  const server = new Server().holds(1).status(204).says(event(2), 'event: end\ndata: {}\n\n');
  const opened = open(server);
  await vi.waitFor(() => expect(opened.status.kind).toBe('ended'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toHaveLength(2);
  opened.resume();
  await vi.waitFor(() => expect(numbers(opened)).toEqual([1, 2]));
});

test('a task that was deleted is gone', async () => {
  const opened = open(new Server().status(404));
  await vi.waitFor(() => expect(opened.status.kind).toBe('gone'));
});

test('a paused feed asks for nothing, and goes on when it is resumed', async () => {
  const server = new Server().holds().says(event(1)).says(event(2));
  const opened = open(server);
  await vi.waitFor(() => expect(opened.status.kind).toBe('away'));
  opened.pause();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toHaveLength(2);
  opened.resume();
  await vi.waitFor(() => expect(numbers(opened)).toEqual([1, 2]));
});

test('of a long task the end is there at once, and what was before it comes beside', async () => {
  const server = new Server().holds(5, 6);
  const opened = open(server);
  await vi.waitFor(() => expect(opened.end?.map(it => it.number)).toEqual([5, 6]));
  expect(numbers(opened)).toEqual([]);
  server.holds(1, 2, 3).says(event(7)).holds(4, 5, 6);
  opened.pause();
  opened.resume();
  await vi.waitFor(() => expect(opened.end).toBeUndefined());
  expect(numbers(opened)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('a single event is told at once; of many that come fast it is told now and then', async () => {
  let say: (text: string) => void = () => {};
  const stream = new ReadableStream({
    start: controller => {
      say = text => controller.enqueue(new TextEncoder().encode(text));
    },
  });
  const answers = [Response.json({ events: [] }), new Response(stream)];
  vi.stubGlobal('fetch', async () => answers.shift());
  feed = openFeed('t');
  const opened = feed;
  await vi.waitFor(() => expect(opened.status.kind).toBe('live'));
  await vi.advanceTimersByTimeAsync(1_000);
  const told: number[] = [];
  opened.subscribe(() => told.push(opened.events.length));
  say(event(1));
  await vi.waitFor(() => expect(told).toEqual([1]), { interval: 1 });
  for (let number = 2; number <= 100; number++) {
    say(event(number));
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told.length).toBeLessThanOrEqual(11);
  expect(told.at(-1)).toBe(100);
  say('event: end\ndata: {}\n\n');
  await vi.waitFor(() => expect(opened.status.kind).toBe('ended'));
});
