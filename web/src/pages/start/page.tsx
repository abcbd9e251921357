import { useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useCallback } from 'react';
import { useMay } from '~/api/caller';
import { recentQuery } from '~/api/queries';
import { DropCurtain } from '~/drop/DropCurtain';
import type { Placed } from '~/drop/folder';
import { useDropped } from '~/drop/useDropped';
import { Notice } from '~/parts/Notice';
import { useTitle } from '~/parts/useTitle';
import { useWords } from '~/words/Words';
import { Composer } from './Composer';
import { FirstRun } from './FirstRun';
import s from './page.module.css';
import { Recent } from './Recent';
import { useDraft } from './useDraft';
import { useSending } from './useSending';

/** Where a task is asked for: /. */
export default function StartPage() {
  const { start, app } = useWords();
  const may = useMay('write');
  const [draft, change, clear] = useDraft();
  const send = useSending(change);
  const over = useDropped(
    useCallback((files: Promise<readonly Placed[]>) => void send(files), [send]),
  );
  const { data: tasks } = useQuery(recentQuery());
  useTitle(app.newTask);
  return (
    <div className={s.page}>
      {may ? (
        <>
          <h1 className={s.title}>{start.title}</h1>
          <Composer draft={draft} change={change} clear={clear} sendFiles={send} />
        </>
      ) : (
        <Notice icon={Eye} title={app.readOnly} hint={app.readOnlyHint} />
      )}
      {may && tasks?.length === 0 && <FirstRun />}
      {tasks && tasks.length > 0 && <Recent tasks={tasks} />}
      {may && over && <DropCurtain>{start.drop}</DropCurtain>}
    </div>
  );
}
