import { FolderInput } from 'lucide-react';
import s from './DropCurtain.module.css';

/** Over the page while something is dragged over it: what becomes of it when it is let go. */
export function DropCurtain({ children }: { readonly children: string }) {
  return (
    <div className={s.curtain} aria-hidden>
      <p className={s.words}>
        <FolderInput size={22} />
        {children}
      </p>
    </div>
  );
}
