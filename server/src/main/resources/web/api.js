// The API as functions. A refusal is an Error whose message is the problem's own line.

export class Refused extends Error {
  constructor(problem) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
  }
}

export const get = path => call('GET', path);
export const post = (path, body) => call('POST', path, body ?? undefined);

export async function call(method, path, body) {
  const sendsFile = body instanceof Blob;
  const response = await fetch(path, {
    method,
    headers: body === undefined || sendsFile ? {} : {'Content-Type': 'application/json'},
    body: body === undefined || sendsFile ? body : JSON.stringify(body),
  });
  if (!response.ok) throw new Refused(await problem(response));
  if (response.status === 204) return undefined;
  return (response.headers.get('Content-Type') ?? '').startsWith('application/json')
    ? response.json()
    : response.text();
}

async function problem(response) {
  try {
    return await response.json();
  } catch {
    return {status: response.status, code: 'internal', detail: `the server answered ${response.status}`};
  }
}
