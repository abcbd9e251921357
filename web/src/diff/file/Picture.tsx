import { useState } from 'react';
import { useFormats, useWords } from '~/words/Words';
import s from './BinaryBody.module.css';

interface Props {
  readonly address: string;
  readonly size: number;
  readonly title: string;
  readonly tone: 'added' | 'removed';
}

/** One picture with its measures. */
export function Picture({ address, size, title, tone }: Props) {
  const { diff } = useWords();
  const { bytes } = useFormats();
  const [pixels, setPixels] = useState<readonly [number, number]>();
  return (
    <figure className={s.picture} data-tone={tone}>
      <figcaption>
        <strong>{title}</strong>
        <span>
          {pixels && `${diff.pixels(...pixels)} · `}
          {bytes(size)}
        </span>
      </figcaption>
      <img
        src={address}
        alt={title}
        onLoad={({ currentTarget: it }) => setPixels([it.naturalWidth, it.naturalHeight])}
      />
    </figure>
  );
}
