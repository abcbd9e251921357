import { Button } from '@mantine/core';
import type { Token } from '~/api/client';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import { Badge } from '../Badge';
import t from '../Table.module.css';
import s from './Tokens.module.css';

interface Props {
  readonly tokens: readonly Token[];
  readonly onRevoke: (token: Token) => void;
}

export function TokenTable({ tokens, onRevoke }: Props) {
  const { settings } = useWords();
  const { tokens: words } = settings;
  const now = useNow(30_000);
  return (
    <div className={t.frame}>
      <table className={t.table} data-stacks>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.scope}</th>
            <th scope="col">{words.created}</th>
            <th scope="col">{words.lastUsed}</th>
            <th scope="col">{words.expires}</th>
            <th scope="col" className={s.act}>
              <span className="unseen">{words.revoke}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(token => (
            <Row key={token.id} token={token} now={now} onRevoke={onRevoke} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly token: Token;
  readonly now: number;
  readonly onRevoke: (token: Token) => void;
}

function Row({ token, now, onRevoke }: RowProps) {
  const { settings } = useWords();
  const { tokens: words } = settings;
  const { ago, moment, day } = useFormats();
  const { name, scope, createdAt, lastUsedAt, expiresAt } = token;
  const over = expiresAt !== undefined && Date.parse(expiresAt) <= now;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-name={words.scope}>
        <Badge tone={scope === 'admin' ? 'wait' : 'plain'}>{words.scopes[scope]}</Badge>
      </td>
      <td data-name={words.created} title={moment(createdAt)}>
        {day(createdAt)}
      </td>
      <td data-name={words.lastUsed}>
        {lastUsedAt ? (
          <span title={moment(lastUsedAt)}>{ago(lastUsedAt, now)}</span>
        ) : (
          <span className={t.quiet}>{words.neverUsed}</span>
        )}
      </td>
      <td data-name={words.expires}>
        {!expiresAt && <span className={t.quiet}>{words.never}</span>}
        {expiresAt && (over ? <Badge tone="wait">{words.over}</Badge> : moment(expiresAt))}
      </td>
      <td>
        <Button
          variant="subtle"
          color="bad"
          size="compact-xs"
          aria-label={`${words.revoke}: ${name}`}
          onClick={() => onRevoke(token)}
        >
          {words.revoke}
        </Button>
      </td>
    </tr>
  );
}
