import { useEffect, useRef, useState } from 'react';
import type { State, Task } from '~/api/client';
import { title } from '~/parts/title';
import { useWords } from '~/words/Words';
import { rings } from './bell';

/** What people want to be told while they look elsewhere. */
const MARKS: Partial<Record<State, string>> = {
  succeeded: '✓ ',
  failed: '✕ ',
  canceled: '✕ ',
  waiting: '● ',
};

/**
 * Tells who looks elsewhere that the task has ended, or waits for them: by a notification if they
 * asked for one, and by a mark before the page's title until they look.
 */
export function useBell(task: Task | undefined): string {
  const words = useWords().task;
  const [mark, setMark] = useState('');
  const before = useRef<{ readonly id: string; readonly state: State }>(undefined);
  const { id, state, prompt } = task ?? {};
  useEffect(() => {
    const last = before.current;
    before.current = id && state ? { id, state } : undefined;
    if (!id || !state || last?.id !== id || last.state === state) return;
    const found = MARKS[state];
    if (!found || document.hasFocus()) return;
    setMark(found);
    if (!rings()) return;
    const shown = new Notification(words.states[state], {
      body: title(prompt ?? '', 120),
      tag: id,
    });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  }, [id, state, prompt, words]);
  useEffect(() => {
    const looked = () => setMark('');
    window.addEventListener('focus', looked);
    return () => window.removeEventListener('focus', looked);
  }, []);
  return mark;
}
