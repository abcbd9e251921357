import { CloudOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { queryClient } from '~/api/connection';
import { useWords } from '~/words/Words';
import s from './ConnectionBanner.module.css';
import { toast } from './toasts';
import { useConnection } from './useConnection';

/** Says that the server is away, for as long as it is; and that it is back. */
export function ConnectionBanner() {
  const { app } = useWords();
  const away = useConnection() === 'away';
  const was = useRef(away);
  useEffect(() => {
    if (was.current && !away) toast({ tone: 'good', text: app.back });
    was.current = away;
  }, [away, app]);
  if (!away) return null;
  return (
    <div className={s.banner} role="status">
      <CloudOff size={15} aria-hidden />
      <span>{navigator.onLine ? app.away : app.offline}</span>
      <button type="button" className={s.again} onClick={() => queryClient.refetchQueries()}>
        {app.retryNow}
      </button>
    </div>
  );
}
