import { Fragment } from 'react';

/** Words of the document: paragraphs, and code between backticks. Nothing else is read from them. */
export function Prose({ text, className }: { readonly text: string; readonly className?: string }) {
  return text
    .trim()
    .split(/\n{2,}/)
    .map(paragraph => (
      <p key={paragraph} className={className}>
        <Coded text={paragraph} />
      </p>
    ));
}

/** One line of it. */
export function Coded({ text }: { readonly text: string }) {
  const parts = text.split('`');
  return parts.map((part, i) => {
    const key = `${i} ${part}`;
    return i % 2 ? <code key={key}>{part}</code> : <Fragment key={key}>{part}</Fragment>;
  });
}
