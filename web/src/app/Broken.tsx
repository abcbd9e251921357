import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useRouteError } from 'react-router';
import { Notice } from '~/parts/Notice';
import { useWords } from '~/words/Words';
import s from './Broken.module.css';

/** What stands where a part of the page broke: we failed, and say so. */
export function Broken() {
  const { app } = useWords();
  const error = useRouteError();
  const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    <Notice icon={TriangleAlert} title={app.broken} hint={app.brokenHint}>
      <Button onClick={() => location.reload()}>{app.reload}</Button>
      <pre className={s.report}>{report}</pre>
    </Notice>
  );
}
