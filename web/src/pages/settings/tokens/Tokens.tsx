import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Token } from '~/api/client';
import { Confirm } from '~/parts/Confirm';
import { Notice } from '~/parts/Notice';
import { useWords } from '~/words/Words';
import { revokeToken, tokensQuery } from '../requests';
import { Section } from '../Section';
import { Trouble } from '../Trouble';
import { CreateToken } from './CreateToken';
import { TokenTable } from './TokenTable';

/** Named tokens for programs and for people: made, shown once, taken away. */
export function Tokens() {
  const { settings } = useWords();
  const { tokens: words } = settings;
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(tokensQuery());
  const [creating, setCreating] = useState(false);
  const [leaving, setLeaving] = useState<Token>();
  const revoke = async (token: Token) => {
    await revokeToken(token.id);
    await queries.invalidateQueries(tokensQuery());
  };
  const create = (
    <Button leftSection={<Plus size={14} aria-hidden />} onClick={() => setCreating(true)}>
      {words.create}
    </Button>
  );
  return (
    <Section
      title={settings.parts.tokens}
      lead={words.lead}
      actions={data && data.length > 0 && create}
    >
      {error && <Trouble error={error} again={refetch} />}
      {data?.length === 0 && (
        <Notice icon={KeyRound} title={words.none} hint={words.noneHint}>
          {create}
        </Notice>
      )}
      {data && data.length > 0 && <TokenTable tokens={data} onRevoke={setLeaving} />}
      <CreateToken opened={creating} onClose={() => setCreating(false)} />
      <Confirm
        opened={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={words.revokeTitle(leaving?.name ?? '')}
        hint={words.revokeHint}
        action={words.revoke}
        act={async () => leaving && revoke(leaving)}
      />
    </Section>
  );
}
