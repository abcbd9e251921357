import { useFormats, useWords } from '~/words/Words';
import { Code } from './Code';
import s from './Docs.module.css';
import { type Came, MOST_CHARACTERS } from './send';
import f from './TryIt.module.css';

interface Props {
  readonly came: Came;
  /** Where the same can be fetched, if to ask again changes nothing. */
  readonly url: string | undefined;
}

/** What the server answered. */
export function CameView({ came, url }: Props) {
  const { docs } = useWords();
  const { bytes, duration, number } = useFormats();
  const { status, reason, type, text, tookMs } = came;
  const cut = text !== undefined && text.length > MOST_CHARACTERS;
  return (
    <div className={f.came}>
      <p className={f.facts}>
        <span className={s.status} data-tone={status < 400 ? 'good' : 'bad'}>
          {status} {reason}
        </span>
        <span>{duration(tookMs)}</span>
        <span>{bytes(came.bytes)}</span>
        <span className={s.quiet}>{type}</span>
      </p>
      {came.bytes === 0 && <p className={s.quiet}>{docs.noBody}</p>}
      {text && <Code label={docs.answer} text={text.slice(0, MOST_CHARACTERS)} />}
      {cut && <p className={s.quiet}>{docs.cut(number(MOST_CHARACTERS), number(text.length))}</p>}
      {text === undefined && (
        <p className={s.quiet}>
          {docs.binary(type, bytes(came.bytes))}{' '}
          {url && (
            <a href={url} download>
              {docs.save}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
