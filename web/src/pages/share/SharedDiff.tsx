import { MantineProvider } from '@mantine/core';
import { BrowserRouter } from 'react-router';
import { DiffView } from '~/diff/DiffView';
import '~/theme/styles';
import { theme } from '~/theme/theme';

interface Props {
  readonly token: string;
  readonly version: string;
}

/** The diff as the app shows it, with what it is made of: the component library, and the router that
 * knows which line is meant. Loaded last. */
export function SharedDiff({ token, version }: Props) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <BrowserRouter>
        <DiffView source={{ kind: 'share', token }} version={version} />
      </BrowserRouter>
    </MantineProvider>
  );
}
