import { MantineProvider } from '@mantine/core';
import { DiffView } from '~/diff/DiffView';
import '~/theme/styles';
import { theme } from '~/theme/theme';

interface Props {
  readonly token: string;
  readonly version: string;
}

/** The diff as the app shows it, with the component library that it is made of: loaded last. */
export function SharedDiff({ token, version }: Props) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <DiffView source={{ kind: 'share', token }} version={version} />
    </MantineProvider>
  );
}
