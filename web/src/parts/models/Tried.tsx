import { CircleCheck, CircleX } from 'lucide-react';
import { plainText } from '~/text/plainText';
import { useRefusal } from '~/words/useRefusal';
import { useFormats, useWords } from '~/words/Words';
import s from './Tried.module.css';
import type { Try } from './useTry';

/** How a try went; nothing before it ended. */
export function Tried({ trying }: { readonly trying: Try }) {
  const { supplies } = useWords();
  const refusal = useRefusal();
  const { duration, number } = useFormats();
  const { data, error } = trying;
  if (error) return <Line bad text={refusal(error)} />;
  if (!data) return null;
  if (!data.ok) {
    const { reason = '', detail = '' } = data;
    return <Line bad text={supplies.reasons[reason] ?? reason} more={plainText(detail)} />;
  }
  const { latencyMs, inputTokens = 0, outputTokens = 0, said } = data;
  return (
    <Line
      text={supplies.answered(duration(latencyMs), number(inputTokens), number(outputTokens))}
      more={said ? `“${plainText(said)}”` : supplies.silent}
    />
  );
}

interface LineProps {
  readonly bad?: boolean;
  readonly text: string;
  readonly more?: string;
}

function Line({ bad = false, text, more }: LineProps) {
  const Icon = bad ? CircleX : CircleCheck;
  return (
    <span className={s.line}>
      <Icon size={14} className={bad ? s.bad : s.good} aria-hidden />
      <span>
        {text}
        {more && <span className={s.more}>{more}</span>}
      </span>
    </span>
  );
}
