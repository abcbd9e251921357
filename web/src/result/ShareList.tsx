import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast, toastError } from '~/app/toasts';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import s from './ShareDialog.module.css';
import { revokeShare, sharesQuery } from './shares';

/** The links that open this task now; each may be made useless. */
export function ShareList({ taskId }: { readonly taskId: string }) {
  const { share } = useWords().result;
  const { ago, moment } = useFormats();
  const client = useQueryClient();
  const now = useNow(30_000);
  const { data } = useQuery(sharesQuery(taskId));
  const revoking = useMutation({
    mutationFn: revokeShare,
    onSuccess: () => {
      toast({ tone: 'good', text: share.revoked });
      return client.invalidateQueries({ queryKey: ['shares', taskId] });
    },
    onError: toastError,
  });
  const working = data?.filter(it => Date.parse(it.expiresAt) > now);
  if (!working) return null;
  return (
    <section>
      <h3 className={s.label}>{share.links}</h3>
      {!working.length && <p className={s.quiet}>{share.none}</p>}
      <ul className={s.links}>
        {working.map(({ id, include, createdAt, expiresAt }) => (
          <li key={id} className={s.link}>
            <span>
              {[share.only, ...include.map(part => share.parts[part])].join(', ')}
              <span className={s.quiet}>
                {share.since(ago(createdAt, now))} · {share.until(moment(expiresAt))}
              </span>
            </span>
            <Button
              variant="default"
              size="compact-xs"
              loading={revoking.isPending && revoking.variables === id}
              onClick={() => revoking.mutate(id)}
            >
              {share.revoke}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
