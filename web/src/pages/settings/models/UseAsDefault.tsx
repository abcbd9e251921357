import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { providersQuery } from '~/api/queries';
import { chooseDefault, modelsChanged } from '~/parts/models/requests';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import { Badge } from '../Badge';

/** Makes a model that of tasks that name none. Who may not does not see it. */
export function UseAsDefault({ model }: { readonly model: string }) {
  const { start, supplies } = useWords();
  const refusal = useRefusal();
  const queries = useQueryClient();
  const { data } = useQuery(providersQuery());
  const choosing = useMutation({
    mutationFn: () => chooseDefault(model),
    onSettled: () => modelsChanged(queries),
  });
  if (!data) return null;
  if (data.defaultModel === model) return <Badge tone="plain">{start.defaultModel}</Badge>;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        loading={choosing.isPending}
        aria-label={`${supplies.useAsDefault}: ${model}`}
        onClick={() => choosing.mutate()}
      >
        {supplies.useAsDefault}
      </Button>
      {choosing.error && <span role="alert">{refusal(choosing.error)}</span>}
    </>
  );
}
