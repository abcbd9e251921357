import { login } from '~/api/commands';

/**
 * Begins a session by the code in the address's fragment, if there is one. The code must not stay in
 * the address bar or the history.
 *
 * @returns whether there was one, and it was no good any more
 */
export async function loginByFragment(): Promise<boolean> {
  const code = /^#login=(.+)$/.exec(location.hash)?.[1];
  if (!code) return false;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    await login({ code });
    return false;
  } catch {
    return true;
  }
}
