import { Button } from '@mantine/core';
import { useWords } from '~/words/Words';
import type { Try } from './useTry';

interface Props {
  readonly model: string;
  readonly trying: Try;
}

export function TryButton({ model, trying }: Props) {
  const { supplies } = useWords();
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      loading={trying.isPending}
      onClick={() => trying.mutate()}
      aria-label={`${supplies.tryIt}: ${model}`}
      title={supplies.tryHint}
    >
      {supplies.tryIt}
    </Button>
  );
}
