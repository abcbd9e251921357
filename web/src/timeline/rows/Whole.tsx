import { visible } from '~/text/hidden';

interface Props {
  readonly text: string;
  readonly className: string | undefined;
}

/** A command or what a tool was given, whole: it scrolls. */
export function Whole({ text, className }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <pre className={className} tabIndex={0}>
      {visible(text)}
    </pre>
  );
}
