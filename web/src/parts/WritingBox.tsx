import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import s from './WritingBox.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Ctrl or Command with Enter. */
  readonly onSend: () => void;
  /** What is to be written; stands in the empty box too. */
  readonly label: string;
  readonly autoFocus?: boolean;
  readonly tall?: boolean;
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Text that grows with what is written. */
export function WritingBox({
  value,
  onChange,
  onSend,
  label,
  autoFocus,
  tall,
  onPaste,
  ref,
}: Props) {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  };
  return (
    <textarea
      ref={ref}
      className={s.box}
      data-tall={tall}
      // biome-ignore lint/a11y/noAutofocus: to write is why one comes to this page
      autoFocus={autoFocus}
      rows={1}
      value={value}
      placeholder={label}
      aria-label={label}
      onChange={event => onChange(event.target.value)}
      onKeyDown={onKey}
      onPaste={onPaste}
    />
  );
}
