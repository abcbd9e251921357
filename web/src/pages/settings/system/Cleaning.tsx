import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Sparkles } from 'lucide-react';
import { useState } from 'react';
import type { Cleaned } from '~/api/client';
import { systemQuery } from '~/api/queries';
import { toastError } from '~/app/toasts';
import { Confirm } from '~/parts/Confirm';
import { useFormats, useWords } from '~/words/Words';
import { clean } from '../requests';
import { Kinds } from './Kinds';
import { total } from './removed';
import s from './System.module.css';

/** First what would go; then, if one says so, it goes. */
export function Cleaning() {
  const { settings } = useWords();
  const { system: words } = settings;
  const { bytes } = useFormats();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [seen, setSeen] = useState<Cleaned>();
  const look = useMutation({
    mutationFn: () => clean(true),
    onSuccess: setSeen,
    onError: toastError,
  });
  const remove = async () => {
    setSeen(await clean(false));
    await queries.invalidateQueries(systemQuery());
  };
  const freed = total(seen?.removed ?? []);
  const some = seen !== undefined && seen.removed.length > 0;
  return (
    <section className={s.cleaning}>
      <div>
        <h3>{words.clean}</h3>
        <p className={s.lead}>{words.cleanLead}</p>
      </div>
      {seen && (
        <p className={s.said} role="status">
          {seen.dryRun ? (
            some && words.wouldGo(seen.removed.length, bytes(freed))
          ) : (
            <>
              <CircleCheck size={15} className={s.good} aria-hidden />
              {words.gone(seen.removed.length, bytes(freed))}
            </>
          )}
          {seen.dryRun && !some && words.nothing}
        </p>
      )}
      {some && <Kinds removed={seen.removed} />}
      <div className={s.actions}>
        <Button
          variant="default"
          leftSection={<Sparkles size={14} aria-hidden />}
          loading={look.isPending}
          onClick={() => look.mutate()}
        >
          {words.look}
        </Button>
        {some && seen.dryRun && (
          <Button color="bad" variant="light" onClick={() => setAsking(true)}>
            {words.remove(bytes(freed))}
          </Button>
        )}
      </div>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.removeTitle}
        hint={words.removeHint}
        action={words.remove(bytes(freed))}
        act={remove}
      />
    </section>
  );
}
