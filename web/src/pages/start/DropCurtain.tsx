import { FolderInput } from 'lucide-react';
import { useWords } from '~/words/Words';
import s from './DropCurtain.module.css';

/** Over the page while something is dragged over it. */
export function DropCurtain() {
  const { start } = useWords();
  return (
    <div className={s.curtain} aria-hidden>
      <p className={s.words}>
        <FolderInput size={22} />
        {start.drop}
      </p>
    </div>
  );
}
