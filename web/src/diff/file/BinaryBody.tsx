import { FileQuestion } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Segments } from '~/parts/Segments';
import { useFormats, useWords } from '~/words/Words';
import { type BinaryPiece, contents } from '../patch/binary';
import s from './BinaryBody.module.css';
import { Picture } from './Picture';
import { dataAddress, isPictureName, pictureType } from './pictures';
import { Swipe } from './Swipe';

interface Props {
  readonly pieces: readonly BinaryPiece[];
  readonly path: string;
}

/** A file without lines: pictures before and after, else only how large it is. */
export function BinaryBody({ pieces, path }: Props) {
  const { diff } = useWords();
  const found = useMemo(() => pictures(pieces), [pieces]);
  const [swipe, setSwipe] = useState(false);
  if (!found.before && !found.after) {
    return (
      <p className={s.none}>
        <FileQuestion size={16} aria-hidden />
        {diff.binary}. {isPictureName(path) && pieces.length ? diff.imageHint : diff.binaryHint}
        <Sizes pieces={pieces} />
      </p>
    );
  }
  const { before, after } = found;
  return (
    <div className={s.body}>
      {before && after && (
        <Segments
          label={diff.layout}
          value={swipe ? 'swipe' : 'beside'}
          onChange={value => setSwipe(value === 'swipe')}
          options={[
            { value: 'beside', name: diff.sideBySide },
            { value: 'swipe', name: diff.swipe },
          ]}
        />
      )}
      {swipe && before && after ? (
        <Swipe before={before.address} after={after.address} />
      ) : (
        <div className={s.beside}>
          {before && <Picture {...before} tone="removed" title={after ? diff.before : diff.gone} />}
          {after && (
            <Picture {...after} tone="added" title={before ? diff.after : diff.status.added} />
          )}
        </div>
      )}
    </div>
  );
}

function Sizes({ pieces }: { readonly pieces: readonly BinaryPiece[] }) {
  const { bytes } = useFormats();
  const [after, before] = pieces;
  // A delta's size is not that of the file.
  if (after?.kind !== 'literal' || before?.kind !== 'literal') return null;
  return (
    <span className={s.sizes}>
      {bytes(before.bytes)} → {bytes(after.bytes)}
    </span>
  );
}

function pictures(pieces: readonly BinaryPiece[]) {
  const shown = (content: Uint8Array | undefined) => {
    const type = content && pictureType(content);
    return type ? { address: dataAddress(content, type), size: content.length } : undefined;
  };
  try {
    const { before, after } = contents(pieces);
    return { before: shown(before), after: shown(after) };
  } catch {
    // Cut short, or redacted: then it is no picture any more.
    return {};
  }
}
