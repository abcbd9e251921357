/** The server answered, and the answer was no. The message is its own line: what is wrong, what to do. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }

  static of(status: number, problem: unknown): Refused {
    const { code, detail } = (typeof problem === 'object' && problem ? problem : {}) as {
      code?: unknown;
      detail?: unknown;
    };
    return new Refused(
      status,
      typeof code === 'string' ? code : 'internal',
      typeof detail === 'string' ? detail : `the server answered ${status}`,
    );
  }
}

/** A server that is away is asked again; one that refused is not. */
export function isRefused(error: unknown, status?: number): error is Refused {
  return error instanceof Refused && (status === undefined || error.status === status);
}

/** One that answers 502 to 504 is away too: it starts, or something stands before it. */
export function isAway(error: unknown): boolean {
  return error instanceof Refused ? error.status >= 502 || error.status === 503 : true;
}
