import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { queryClient } from '~/api/connection';
import { theme } from '~/theme/theme';
import type { Language } from '~/words/language';
import { type Words, WordsProvider } from '~/words/Words';
import { Admission } from './Admission';
import { router } from './routes';

interface Props {
  readonly first: { readonly language: Language; readonly words: Words };
  /** The link that was followed carried a login code that is no good any more. */
  readonly codeSpent: boolean;
}

export function App({ first, codeSpent }: Props) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <WordsProvider first={first}>
        <QueryClientProvider client={queryClient}>
          <Admission codeSpent={codeSpent}>
            <RouterProvider router={router} />
          </Admission>
        </QueryClientProvider>
      </WordsProvider>
    </MantineProvider>
  );
}
