import { ArrowRight } from 'lucide-react';
import { plainly } from '~/text/hidden';
import s from './FileHead.module.css';

interface Props {
  readonly path: string;
  readonly oldPath: string | undefined;
}

/** The name stands out, its folder steps back. */
export function FileName({ path, oldPath }: Props) {
  return (
    <span className={s.path} title={plainly(oldPath ? `${oldPath} → ${path}` : path)}>
      {oldPath && (
        <>
          <Path path={oldPath} isOld />
          <ArrowRight size={13} className={s.arrow} aria-hidden />
        </>
      )}
      <Path path={path} />
    </span>
  );
}

function Path({ path, isOld = false }: { readonly path: string; readonly isOld?: boolean }) {
  const cut = path.lastIndexOf('/') + 1;
  return (
    <bdi dir="ltr" className={isOld ? s.oldName : s.name}>
      {cut > 0 && <span className={s.folder}>{plainly(path.slice(0, cut))}</span>}
      <span className={s.base}>{plainly(path.slice(cut))}</span>
    </bdi>
  );
}
