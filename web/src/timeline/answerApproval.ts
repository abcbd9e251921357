import { onceKey } from '~/api/client';
import { Refused } from '~/api/refused';

/** @param remember the answer holds for the task's repository from now on */
export async function answerApproval(
  task: string,
  approval: string,
  allow: boolean,
  remember: boolean,
): Promise<void> {
  const path = `/api/tasks/${task}/approvals/${encodeURIComponent(approval)}`;
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': onceKey() },
    body: JSON.stringify({
      decision: allow ? 'allow' : 'deny',
      remember: remember ? 'repository' : false,
    }),
  });
  if (!response.ok) {
    throw Refused.of(response.status, await response.json().catch(() => undefined));
  }
}
