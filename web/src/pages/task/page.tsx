import { useQuery } from '@tanstack/react-query';
import { Ghost } from 'lucide-react';
import { useParams } from 'react-router';
import { taskQuery } from '~/api/queries';
import { isRefused } from '~/api/refused';
import { NotFound } from '~/app/NotFound';
import { useFeed, useFeedStatus } from '~/feed/useFeed';
import { Notice } from '~/parts/Notice';
import { title } from '~/parts/title';
import { useTitle } from '~/parts/useTitle';
import { useWords } from '~/words/Words';
import { useBell } from './bell/useBell';
import { TaskView } from './TaskView';
import { useTaskChanges } from './useTaskChanges';

/** A task, live: /tasks/ID. */
export default function TaskPage() {
  const { id = '' } = useParams();
  const { task: words } = useWords();
  const { data, error } = useQuery(taskQuery(id));
  const feed = useFeed(id);
  const gone = useFeedStatus(feed).kind === 'gone';
  useTaskChanges(id, feed);
  const mark = useBell(data);
  useTitle(mark + (data ? title(data.prompt, 60) : words.untitled));
  if (isRefused(error, 404) || isRefused(error, 400)) return <NotFound />;
  if (gone && data) return <Notice icon={Ghost} title={words.gone} />;
  return data && feed ? <TaskView key={id} task={data} feed={feed} /> : null;
}
