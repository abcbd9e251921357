import { Globe, ShieldX } from 'lucide-react';
import { visible } from '~/text/hidden';
import { useWords } from '~/words/Words';
import type { NetworkRow, Tried } from '../story/rows';
import { Line } from './Line';
import s from './Network.module.css';
import type { RowProps } from './props';

/** Whom the sandbox tried to reach, and what came of it. */
export function Network({ row, open, onOpen }: RowProps<NetworkRow>) {
  const { timeline } = useWords();
  const { tried, further } = row;
  const blocked = tried.some(one => one.decision === 'blocked');
  const [first] = tried;
  const alone = tried.length === 1 && first && !first.reason && !further;
  return (
    <Line
      icon={blocked ? ShieldX : Globe}
      tone={blocked ? 'bad' : 'quiet'}
      open={open}
      onOpen={onOpen}
      aside={tried.length > 1 && timeline.network.hosts(tried.length)}
      {...(alone
        ? {}
        : {
            body: (
              <ul className={s.list}>
                {tried.map(one => (
                  <One key={`${one.host} ${one.port} ${one.decision}`} one={one} />
                ))}
                {further > 0 && <li className={s.reason}>{timeline.network.further(further)}</li>}
              </ul>
            ),
          })}
    >
      <span className={s.name}>
        {blocked ? timeline.network.blocked : timeline.network.allowed}
      </span>
      <code className={s.hosts}>
        {tried
          .filter(one => !blocked || one.decision === 'blocked')
          .map(one => visible(`${one.host}:${one.port}`))
          .join(', ')}
      </code>
    </Line>
  );
}

function One({ one }: { readonly one: Tried }) {
  const { timeline } = useWords();
  const isBlocked = one.decision === 'blocked';
  const Icon = isBlocked ? ShieldX : Globe;
  return (
    <li className={s.one} data-decision={one.decision}>
      <Icon size={13} aria-hidden />
      <span className="unseen">
        {isBlocked ? timeline.network.blocked : timeline.network.allowed}
      </span>
      <code>
        {visible(one.host)}:{one.port}
      </code>
      {one.times > 1 && <span className={s.reason}>{timeline.network.times(one.times)}</span>}
      {one.reason && <span className={s.reason}>{visible(one.reason)}</span>}
    </li>
  );
}
