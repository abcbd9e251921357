import document from 'virtual:openapi';
import { useMemo } from 'react';
import { useLocation } from 'react-router';
import { useTitle } from '~/parts/useTitle';
import { useWords } from '~/words/Words';
import { operations } from './document';
import { Menu } from './Menu';
import { NamedSchema } from './NamedSchema';
import { OperationView } from './OperationView';
import { Overview } from './Overview';
import s from './page.module.css';

const ALL = operations(document);

/** The API, to read and to try: /api/docs#operation, /api/docs#schema/Name. */
export default function DocsPage() {
  const { docs } = useWords();
  useTitle(docs.title);
  const at = decodeURIComponent(useLocation().hash.slice(1));
  const operation = useMemo(() => ALL.find(({ id }) => id === at), [at]);
  const schema = /^schema\/(.+)$/.exec(at)?.[1];
  return (
    <div className={s.page}>
      <Menu operations={ALL} at={at} />
      <div className={s.content}>
        {operation ? (
          <OperationView key={operation.id} operation={operation} />
        ) : schema && document.components.schemas[schema] ? (
          <NamedSchema key={schema} name={schema} operations={ALL} />
        ) : (
          <Overview operations={ALL} />
        )}
      </div>
    </div>
  );
}
