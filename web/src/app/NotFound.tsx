import { Button } from '@mantine/core';
import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { Notice } from '~/parts/Notice';
import { useWords } from '~/words/Words';

export function NotFound() {
  const { app } = useWords();
  return (
    <Notice icon={Compass} title={app.notFound} hint={app.notFoundHint}>
      <Button component={Link} to="/" variant="default">
        {app.toStart}
      </Button>
    </Notice>
  );
}
