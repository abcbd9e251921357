import { CircleCheck, CircleX, Info, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useWords } from '~/words/Words';
import s from './Toasts.module.css';
import { dismiss, onToasts, toastsNow } from './toasts';

const ICONS = { good: CircleCheck, bad: CircleX, plain: Info };

export function Toasts() {
  const { app } = useWords();
  const toasts = useSyncExternalStore(onToasts, toastsNow);
  return (
    <div className={s.toasts} role="status" aria-live="polite">
      {toasts.map(({ id, tone, text, action }) => {
        const Icon = ICONS[tone];
        return (
          <div key={id} className={s.toast} data-tone={tone}>
            <Icon size={16} aria-hidden />
            <span>{text}</span>
            {action && (
              <button
                type="button"
                className={s.action}
                onClick={() => {
                  dismiss(id);
                  action.act();
                }}
              >
                {action.name}
              </button>
            )}
            <button type="button" onClick={() => dismiss(id)} aria-label={app.close}>
              <X size={14} />
            </button>
          </div>
        );
      })}
    </div>
  );
}
