import { useTitle } from '~/parts/useTitle';
import { useWords } from '~/words/Words';

/** All tasks: /tasks. */
export default function TasksPage() {
  const { tasks } = useWords();
  useTitle(tasks.title);
  return <h1>{tasks.title}</h1>;
}
