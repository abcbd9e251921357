import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { CloudOff, Unlink } from 'lucide-react';
import { isRefused } from '~/api/refused';
import { Notice } from '~/parts/Notice';
import { useTitle } from '~/parts/useTitle';
import type { Language } from '~/words/language';
import { useWords, type Words, WordsProvider } from '~/words/Words';
import { Boundary } from './Boundary';
import { queryClient, sharedQuery } from './queries';
import s from './Shared.module.css';
import { SharedTaskView } from './SharedTaskView';
import { Top } from './Top';

interface Props {
  readonly first: { readonly language: Language; readonly words: Words };
  readonly token: string;
  readonly isGone: boolean;
}

/** Everything behind /s/{token}. */
export function Shared({ first, token, isGone }: Props) {
  return (
    <WordsProvider first={first}>
      <QueryClientProvider client={queryClient}>
        <Boundary>
          <Page token={token} isGone={isGone} />
        </Boundary>
      </QueryClientProvider>
    </WordsProvider>
  );
}

function Page({ token, isGone }: Omit<Props, 'first'>) {
  const { share } = useWords();
  const { data, error, failureCount } = useQuery({ ...sharedQuery(token), enabled: !isGone });
  const gone = isGone || isRefused(error);
  return (
    <>
      {gone && <Untitled words={share.gone} />}
      <Top task={gone ? undefined : data} gone={gone} />
      <main className={s.main}>
        {gone ? (
          <Notice icon={Unlink} title={share.gone} hint={share.goneHint} />
        ) : data ? (
          <SharedTaskView task={data} token={token} />
        ) : (
          failureCount > 0 && (
            <Notice icon={CloudOff} title={share.broken} hint={share.brokenHint} />
          )
        )}
      </main>
    </>
  );
}

function Untitled({ words }: { readonly words: string }) {
  useTitle(words);
  return null;
}
