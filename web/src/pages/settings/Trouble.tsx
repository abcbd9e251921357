import { Button } from '@mantine/core';
import { Lock, TriangleAlert } from 'lucide-react';
import { isRefused } from '~/api/refused';
import { Notice } from '~/parts/Notice';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';

interface Props {
  readonly error: Error;
  readonly again: () => unknown;
}

/** What stands where the server would not say: that one may not see it, or why it failed. */
export function Trouble({ error, again }: Props) {
  const { app, settings } = useWords();
  const refusal = useRefusal();
  if (isRefused(error, 403)) {
    return <Notice icon={Lock} title={settings.forbidden} hint={settings.forbiddenHint} />;
  }
  return (
    <Notice icon={TriangleAlert} title={settings.failed} hint={refusal(error)}>
      <Button variant="default" onClick={again}>
        {app.retryNow}
      </Button>
    </Notice>
  );
}
