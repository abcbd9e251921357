import { useTitle } from '~/parts/useTitle';
import { useWords } from '~/words/Words';

/** Where a task is asked for: /. */
export default function StartPage() {
  const { start, app } = useWords();
  useTitle(app.newTask);
  return <h1>{start.title}</h1>;
}
