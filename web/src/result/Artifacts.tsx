import { FileDown } from 'lucide-react';
import type { Result } from '~/api/client';
import { plainly } from '~/text/hidden';
import { useFormats, useWords } from '~/words/Words';
import { fileAddress } from './files';
import s from './Result.module.css';

interface Props {
  readonly artifacts: Result['artifacts'];
  readonly taskId: string;
  readonly attempt: number;
}

/** What the task left to be downloaded, with sizes. */
export function Artifacts({ artifacts, taskId, attempt }: Props) {
  const { result } = useWords();
  const { bytes } = useFormats();
  if (!artifacts.length) return null;
  return (
    <section>
      <h2 className={s.heading}>{result.artifacts}</h2>
      <ul className={s.rows}>
        {artifacts.map(({ path, bytes: size }) => (
          <li key={path}>
            <a
              className={s.row}
              href={fileAddress(taskId, attempt, `output/${path}`)}
              download={path.slice(path.lastIndexOf('/') + 1)}
            >
              <FileDown size={15} aria-hidden />
              <span className={s.name}>{plainly(path)}</span>
              <span className={s.size}>{bytes(size)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
