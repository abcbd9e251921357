import { useQuery } from '@tanstack/react-query';
import { Boxes } from 'lucide-react';
import { modelsQuery } from '~/api/queries';
import { Notice } from '~/parts/Notice';
import { useWords } from '~/words/Words';
import { Section } from '../Section';
import { Trouble } from '../Trouble';
import { byProvider } from './byProvider';
import { DefaultModel } from './DefaultModel';
import { Provider } from './Provider';
import { Providers } from './Providers';

/** Every model that a task may name, with what it can take and what it costs. */
export function Models() {
  const { settings } = useWords();
  const { data, error, refetch } = useQuery(modelsQuery());
  return (
    <Section title={settings.parts.models} lead={settings.models.lead}>
      <DefaultModel />
      <Providers />
      {error && <Trouble error={error} again={refetch} />}
      {data?.length === 0 && (
        <Notice icon={Boxes} title={settings.models.none} hint={settings.models.noneHint} />
      )}
      {data &&
        byProvider(data).map(({ provider, models }) => (
          <Provider key={provider} name={provider} models={models} />
        ))}
    </Section>
  );
}
