import s from './Mark.module.css';

/** A ship in a dry dock. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg className={s.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" className={s.ground} />
      <path d="M6 12v12h20V12" className={s.dock} />
      <path
        d="M10 15h12l-2.6 5.2a1.6 1.6 0 0 1-1.4.8h-4a1.6 1.6 0 0 1-1.4-.8z"
        className={s.hull}
      />
      <path d="M16 15V7l4.5 4.5" className={s.sail} />
    </svg>
  );
}
