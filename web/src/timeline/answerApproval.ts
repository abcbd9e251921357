import { api, body, onceKey } from '~/api/client';

/** @param remember the answer holds for the task's repository from now on */
export function answerApproval(task: string, approval: string, allow: boolean, remember: boolean) {
  return body(
    api.POST('/api/tasks/{id}/approvals/{approval}', {
      params: { path: { id: task, approval }, header: { 'Idempotency-Key': onceKey() } },
      body: { decision: allow ? 'allow' : 'deny', remember: remember ? 'repository' : false },
    }),
  );
}
