import type { Task } from '~/api/client';
import { plainly } from '~/text/hidden';

/** A repository's address as people say it: owner/name, or the last folder of a path. Pure. */
export function repositoryName(url: string): string {
  const path = url
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  const remote = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?[^/:]+\.[^/:]+(?::\d+)?[/:](.+)$/i.exec(path)?.[1];
  return plainly(remote?.replace(/^\/+/, '') || path.split('/').pop() || url);
}

/** What a task works on, in one short text. */
export function sourceName(
  repo: Task['repo'],
  words: { uploaded: string; emptyRepository: string },
) {
  if (repo?.url) return repositoryName(repo.url);
  if (repo?.upload) return repo.file ? plainly(repo.file) : words.uploaded;
  return words.emptyRepository;
}
