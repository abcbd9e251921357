// A server of models for the journeys: it takes one key, and speaks Chat.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Vendor {
  readonly url: string;
  readonly key: string;
  readonly close: () => void;
}

export async function vendor(): Promise<Vendor> {
  const key = `sk-journey-${Date.now()}-wxyz`;
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    request.resume();
    if (request.headers.authorization !== `Bearer ${key}`)
      return answer(401, { error: { message: 'Incorrect API key provided' } });
    if (request.url === '/v1/models')
      return answer(200, { data: [{ id: 'harbour-large' }, { id: 'harbour-small' }] });
    return answer(200, {
      choices: [{ message: { role: 'assistant', content: 'Ready.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 14, completion_tokens: 2 },
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, key, close: () => server.close() };
}
