import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Check, Copy, Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { toastError } from '~/app/toasts';
import { plainText } from '~/text/plainText';
import { Inked } from '~/timeline/terminal/Lines';
import { screenOf } from '~/timeline/terminal/screen';
import { useRefusal } from '~/words/useRefusal';
import { useFormats, useWords } from '~/words/Words';
import { isText } from './files';
import s from './LogView.module.css';
import { addressOf, logQuery, type TaskFile } from './queries';
import { useEnd } from './useEnd';

interface Props {
  readonly file: TaskFile;
  readonly live: boolean;
}

/** One file: its end, as it grows. */
export function LogView({ file, live }: Props) {
  const words = useWords();
  const refusal = useRefusal();
  const { logs } = words.task;
  const { bytes } = useFormats();
  const address = addressOf(file);
  const text = isText(file.path);
  const { data, error } = useQuery({ ...logQuery(address, file.bytes), enabled: text });
  const shown = data?.text;
  const lines = useMemo(() => screenOf(shown ?? ''), [shown]);
  const end = useEnd(shown);
  return (
    <section className={s.view} aria-label={file.path}>
      <header className={s.head}>
        <h2 className={s.name}>{file.path}</h2>
        {live && <span className={s.live}>{logs.live}</span>}
        {shown && <CopyText text={shown} />}
        <Button
          component="a"
          href={address}
          download={file.path.split('/').pop()}
          size="compact-sm"
          variant="default"
          leftSection={<Download size={13} />}
        >
          {logs.save}
        </Button>
      </header>
      {data?.cut && <p className={s.note}>{logs.cut(bytes(file.bytes))}</p>}
      {error && <p className={s.note}>{refusal(error)}</p>}
      {!text && <p className={s.note}>{logs.binary}</p>}
      {text && shown === undefined && !error && <Loader size="xs" className={s.note ?? ''} />}
      {shown === '' && <p className={s.note}>{live ? logs.emptyYet : logs.empty}</p>}
      {shown && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys too
        <pre ref={end} className={s.text} tabIndex={0}>
          <Inked lines={lines} />
        </pre>
      )}
    </section>
  );
}

function CopyText({ text }: { readonly text: string }) {
  const { app } = useWords();
  const [done, setDone] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(plainText(text)).then(() => {
      setDone(true);
      setTimeout(() => setDone(false), 1_500);
    }, toastError);
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={done ? <Check size={13} /> : <Copy size={13} />}
      onClick={copy}
    >
      {done ? app.copied : app.copy}
    </Button>
  );
}
