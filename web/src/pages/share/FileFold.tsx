import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Download } from 'lucide-react';
import { useState } from 'react';
import { plainText } from '~/text/plainText';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import s from './FileFold.module.css';
import { fileQuery } from './queries';

interface Props {
  readonly name: string;
  readonly address: string;
}

/** A file, read when somebody opens it. */
export function FileFold({ name, address }: Props) {
  const { share } = useWords();
  const refusal = useRefusal();
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({ ...fileQuery(address), enabled: open });
  return (
    <div className={s.file}>
      <div className={s.line}>
        <button
          type="button"
          className={s.name}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={14} aria-hidden />
          {name}
        </button>
        <a className={s.save} href={address} download={name}>
          <Download size={13} aria-hidden />
          {share.save}
          <span className="unseen">{name}</span>
        </a>
      </div>
      {open && error && <p className={s.note}>{refusal(error)}</p>}
      {open && data?.cut && <p className={s.note}>{share.cut}</p>}
      {open && data && !data.text && <p className={s.note}>{share.empty}</p>}
      {open && data?.text && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys too
        <pre className={s.text} tabIndex={0}>
          {plainText(data.text)}
        </pre>
      )}
    </div>
  );
}
