import s from './FirstRun.module.css';
import { Sample } from './Sample';
import { Usable } from './Usable';

/** While there is no task yet: a sample to try, and what is usable on this machine. */
export function FirstRun() {
  return (
    <div className={s.cards}>
      <Sample />
      <Usable />
    </div>
  );
}
