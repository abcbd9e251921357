import { Dialog } from '~/parts/Dialog';
import { Keys } from '~/parts/Keys';
import { useWords } from '~/words/Words';
import s from './KeysDialog.module.css';

export function KeysDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { app } = useWords();
  const rows: readonly [string, string][] = [
    ['mod+k', app.keys.palette],
    ['c', app.keys.newTask],
    ['g t', app.keys.tasks],
    ['g s', app.keys.settings],
    ['m', app.keys.message],
    ['1 2 3 4', app.keys.parts],
    ['mod+enter', app.keys.send],
    ['j', app.keys.next],
    ['k', app.keys.previous],
    ['enter', app.keys.open],
    ['x', app.keys.select],
    ['e', app.keys.archive],
    ['o', app.keys.whole],
    ['g g', app.keys.first],
    ['shift+g', app.keys.last],
    ['n', app.keys.nextChange],
    ['p', app.keys.previousChange],
    ['v', app.keys.viewed],
    ['s', app.keys.split],
    ['r', app.keys.comment],
    ['/', app.keys.search],
    ['?', app.keys.help],
  ];
  return (
    <Dialog opened={opened} onClose={onClose} title={app.shortcuts} size="sm">
      <dl className={s.rows}>
        {rows.map(([keys, what]) => (
          <div key={keys} className={s.row}>
            <dt>{what}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
