import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Notice } from '~/parts/Notice';
import { useWords } from '~/words/Words';
import s from './Boundary.module.css';

interface State {
  readonly report?: string;
}

/** Where a part of the page breaks, it says so instead of being blank. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { report: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }

  override render() {
    const { report } = this.state;
    return report === undefined ? this.props.children : <Broke report={report} />;
  }
}

function Broke({ report }: { readonly report: string }) {
  const { app } = useWords();
  return (
    <Notice icon={TriangleAlert} title={app.broken} hint={app.brokenHint}>
      <div className={s.broke}>
        <button type="button" className={s.again} onClick={() => location.reload()}>
          {app.reload}
        </button>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys too */}
        <pre className={s.report} tabIndex={0}>
          {report}
        </pre>
      </div>
    </Notice>
  );
}
