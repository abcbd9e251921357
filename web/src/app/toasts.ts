// Short words that come and go. Anything may say one.

export interface Toast {
  readonly id: number;
  readonly tone: 'good' | 'bad' | 'plain';
  readonly text: string;
  /** One thing to do about it, as to undo it. */
  readonly action?: { readonly name: string; readonly act: () => void };
}

const SHOWN_MS = { good: 3_500, plain: 4_500, bad: 9_000 };
const WITH_ACTION_MS = 9_000;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

export function toastsNow(): readonly Toast[] {
  return toasts;
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function toast(said: Omit<Toast, 'id'>): void {
  const id = ++last;
  set([...toasts.filter(t => t.text !== said.text), { ...said, id }].slice(-4));
  setTimeout(() => dismiss(id), said.action ? WITH_ACTION_MS : SHOWN_MS[said.tone]);
}

/** What the server refused, or that it could not be asked. */
export function toastError(error: unknown): void {
  toast({ tone: 'bad', text: error instanceof Error ? error.message : String(error) });
}

export function dismiss(id: number): void {
  set(toasts.filter(t => t.id !== id));
}

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
