import type { Method } from './document';
import s from './Method.module.css';

export function MethodMark({ method }: { readonly method: Method }) {
  return (
    <span className={s.method} data-method={method}>
      {method === 'delete' ? 'del' : method}
    </span>
  );
}
