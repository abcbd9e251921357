import { useFormats, useWords } from '~/words/Words';
import s from './NewBelow.module.css';

/** Says that what stands here is the end, while the beginning is read. */
export function Earlier({ part }: { readonly part: number }) {
  const { timeline } = useWords();
  const { percent } = useFormats();
  return (
    <div className={s.above}>
      <span className={s.reading}>{timeline.earlier(percent(part))}</span>
    </div>
  );
}
