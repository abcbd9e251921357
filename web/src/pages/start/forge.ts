// What an address of a code host means, as people copy it from their browser. Pure.

export interface Understood {
  /** To be cloned. */
  readonly url: string;
  readonly ref?: string;
  readonly issue?: number;
  readonly pull?: number;
}

const SSH = /^(?:ssh:\/\/)?[\w.-]+@[\w.-]+[:/][^\s]+$/;
/** A repository at a host's top. */
const OTHER = /^(?:https?|ssh):\/\/[^\s/]+\/[^\s/]+\.git$/;
const OBVIOUS = /^(?:main|master|trunk|develop|dev|HEAD|[0-9a-f]{7,40}|v?\d+(?:\.\d+)+[\w.-]*)$/;

/** None if the text is no address of a repository. Only that text, nothing around it. */
export function understand(text: string): Understood | undefined {
  const words = text.trim();
  if (/\s/.test(words) || !words) return undefined;
  if (SSH.test(words)) return { url: words };
  const address = parsed(words);
  if (!address || !/^(?:https?|git|ssh):$/.test(address.protocol)) return undefined;
  const parts = address.pathname.split('/').filter(Boolean).map(decode);
  return parts.length < 2 ? undefined : within(address, parts);
}

/** Whether it names a repository, and not the beginning of one's name. */
export function isWhole(text: string): boolean {
  const words = text.trim();
  return understand(words) !== undefined || /^\/[^\s/]/.test(words) || OTHER.test(words);
}

function within(address: URL, parts: readonly string[]): Understood {
  // GitLab puts `/-/` before what is not the repository's own path; Gitea has `/src/branch/`.
  const dash = parts.indexOf('-');
  const own = dash > 1 ? parts.slice(0, dash) : parts.slice(0, 2);
  const [kind = '', ...rest] = dash > 1 ? parts.slice(dash + 1) : parts.slice(2);
  const path = own.join('/').replace(/\.git$/, '');
  const url = `${address.protocol}//${address.host}/${path}.git`;
  const number = Number(rest[0]);
  switch (kind) {
    case 'tree':
      return { url, ...named(rest) };
    case 'blob':
    case 'raw':
    case 'blame':
    case 'commits':
      return { url, ...named(rest) };
    case 'src':
      return {
        url,
        ...named(/^(?:branch|tag|commit)$/.test(rest[0] ?? '') ? rest.slice(1) : rest),
      };
    case 'commit':
      return rest[0] ? { url, ref: rest[0] } : { url };
    case 'releases':
      return rest[0] === 'tag' && rest[1] ? { url, ref: rest[1] } : { url };
    case 'pull':
    case 'pulls':
      return number > 0 ? { url, pull: number, ref: `refs/pull/${number}/head` } : { url };
    case 'merge_requests':
      return number > 0
        ? { url, pull: number, ref: `refs/merge-requests/${number}/head` }
        : { url };
    case 'issues':
    case 'work_items':
      return number > 0 ? { url, issue: number } : { url };
    default:
      return { url: kind || dash > 1 || own.length < parts.length ? address.href : url };
  }
}

/** A branch's name may have slashes, and a path may follow it: only the obvious can be told apart. */
function named(rest: readonly string[]): { ref?: string } {
  const [first] = rest;
  if (!first) return {};
  return { ref: OBVIOUS.test(first) ? first : rest.join('/') };
}

function parsed(text: string): URL | undefined {
  const whole = /^[\w-]+(?:\.[\w-]+)+\/[\w.-]+\/[\w.-]+/.test(text) ? `https://${text}` : text;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
