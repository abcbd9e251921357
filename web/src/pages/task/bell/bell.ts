// Whether this browser tells when a task is done: somebody asked for it, and it may.

const KEY = 'drydock.bell';

export function canRing(): boolean {
  return 'Notification' in globalThis;
}

export function rings(): boolean {
  return canRing() && Notification.permission === 'granted' && localStorage.getItem(KEY) === 'on';
}

/** Asks for leave, which a browser grants only in answer to a click. */
export async function ring(): Promise<boolean> {
  const granted = (await Notification.requestPermission()) === 'granted';
  if (granted) localStorage.setItem(KEY, 'on');
  return granted;
}

export function hush(): void {
  localStorage.removeItem(KEY);
}
