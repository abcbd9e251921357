import { Languages } from 'lucide-react';
import { Mark } from '~/parts/Mark';
import { LANGUAGES } from '~/words/language';
import { useFormats, useSpeech } from '~/words/Words';
import type { SharedTask } from './queries';
import s from './Top.module.css';

interface Props {
  readonly task: SharedTask | undefined;
  readonly gone: boolean;
}

/** Whose page it is, and for how long. */
export function Top({ task, gone }: Props) {
  const { language, words, speak } = useSpeech();
  const { moment } = useFormats();
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <header className={s.top}>
      <span className={s.brand}>
        <Mark size={22} />
        {words.app.name}
      </span>
      <span className={s.about}>{!gone && words.share.readOnly}</span>
      {task && <span className={s.ends}>{words.share.ends(moment(task.expiresAt))}</span>}
      <button
        type="button"
        className={s.language}
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => speak(other)}
      >
        <Languages size={14} aria-hidden />
        {LANGUAGES[other]}
      </button>
    </header>
  );
}
