import { groupBy } from '~/parts/groupBy';
import { useWords } from '~/words/Words';
import t from '../Table.module.css';
import s from './Isolation.module.css';
import type { Found, Try } from './matrix';
import { VerdictMark } from './Verdict';

/** What was tried, what came of it in each phase, and why. */
export function TryRow({ it }: { readonly it: Try }) {
  const { settings } = useWords();
  const { isolation: words } = settings;
  return (
    <tr id={it.id}>
      <th scope="row">
        <span className={s.tried}>{words.tries[it.id] ?? it.tried}</span>
        {reasons(it.found).map(([detail, phases]) => (
          <p key={detail} className={s.detail}>
            {phases && (
              <span className={s.phase}>{phases.map(p => words.phases[p]).join(', ')}: </span>
            )}
            {detail}
          </p>
        ))}
      </th>
      {(['setup', 'agent'] as const).map(phase => {
        const found = it.found.find(f => f.phase === phase);
        return (
          <td key={phase} data-name={words.phases[phase]}>
            {found ? <VerdictMark verdict={found.verdict} /> : <span className={t.quiet}>–</span>}
          </td>
        );
      })}
    </tr>
  );
}

/** Each reason once; with its phase only where phases differ. */
function reasons(found: readonly Found[]) {
  const by = groupBy(found, ({ detail }) => detail);
  return [...by].map(
    ([detail, all]) => [detail, by.size > 1 ? all.map(it => it.phase) : undefined] as const,
  );
}
