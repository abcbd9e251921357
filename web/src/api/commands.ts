// What people do to tasks. Each answers when the server has done it, or throws a Refused.
import { api, body, type Limits, onceKey, type TaskCreate } from './client';
import { Refused } from './refused';

const path = (id: string) => ({ path: { id } });

export const createTask = (asked: TaskCreate, key = onceKey()) =>
  body(
    api.POST('/api/tasks', {
      body: asked,
      params: { header: { 'Idempotency-Key': key } },
    }),
  );

export const cancelTask = (id: string) =>
  body(api.POST('/api/tasks/{id}/cancel', { params: path(id) }));

export const retryTask = (id: string) =>
  body(api.POST('/api/tasks/{id}/retry', { params: path(id) }));

export const archiveTask = (id: string) =>
  body(api.POST('/api/tasks/{id}/archive', { params: path(id) }));

export const unarchiveTask = (id: string) =>
  body(api.DELETE('/api/tasks/{id}/archive', { params: path(id) }));

export const continueTask = (id: string, budget: Limits) =>
  body(api.POST('/api/tasks/{id}/continue', { params: path(id), body: { budget } }));

export const deleteTask = (id: string) => body(api.DELETE('/api/tasks/{id}', { params: path(id) }));

/** @param attempt the one that is meant; must be said while several run */
export const sayToTask = (
  id: string,
  text: string,
  attachments: readonly string[] = [],
  attempt?: number,
) =>
  body(
    api.POST('/api/tasks/{id}/messages', {
      params: { ...path(id), header: { 'Idempotency-Key': onceKey() } },
      body: {
        text,
        ...(attachments.length ? { attachments: [...attachments] } : {}),
        ...(attempt === undefined ? {} : { attempt }),
      },
    }),
  );

export const login = (proof: { code: string } | { token: string }) =>
  body(api.POST('/api/login', { body: proof }));

export const logout = () => body(api.POST('/api/logout'));

/** Sends bytes and tells how far it is (0 to 1). The same bytes give the same id. */
export function upload(
  file: Blob,
  name: string,
  told: (part: number) => void = () => {},
  signal?: AbortSignal,
): Promise<string> {
  // Of what browsers offer, only this tells how much has left.
  const request = new XMLHttpRequest();
  const done = new Promise<string>((resolve, reject) => {
    request.open('POST', `/api/uploads?name=${encodeURIComponent(name)}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => told(total ? loaded / total : 0);
    request.onload = () =>
      request.status === 201
        ? resolve((request.response as { upload: string }).upload)
        : reject(Refused.of(request.status, request.response));
    request.onerror = () => reject(new TypeError('the upload broke off'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
  });
  signal?.addEventListener('abort', () => request.abort());
  request.send(file);
  return done;
}
