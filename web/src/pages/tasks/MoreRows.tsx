import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '~/words/Words';
import s from './MoreRows.module.css';

interface Props {
  readonly load: () => void;
  readonly loading: boolean;
}

/** The next page, fetched before one reaches it; the button is for who does not scroll. */
export function MoreRows({ load, loading }: Props) {
  const { tasks } = useWords();
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (!mark.current || loading) return;
    const seen = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && latest.current(),
      { rootMargin: '600px' },
    );
    seen.observe(mark.current);
    return () => seen.disconnect();
  }, [loading]);
  return (
    <div ref={mark} className={s.more}>
      <Button variant="subtle" color="gray" loading={loading} onClick={load}>
        {tasks.older}
      </Button>
    </div>
  );
}
