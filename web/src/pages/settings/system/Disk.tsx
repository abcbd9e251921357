import type { System } from '~/api/client';
import { Bar } from '~/parts/Bar';
import { milliseconds } from '~/time/duration';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import s from './Disk.module.css';
import { stored } from './stored';

/** What lies on the disk, by kind, and what is left of it. */
export function Disk({ disk }: { readonly disk: System['disk'] }) {
  const { settings } = useWords();
  const { system: words } = settings;
  const { bytes, number, ago, duration } = useFormats();
  const now = useNow(30_000);
  const { kinds, caches } = stored(disk);
  const most = Math.max(1, ...kinds.map(kind => kind.bytes));
  return (
    <section className={s.disk}>
      <header className={s.head}>
        <h3>{words.parts.disk}</h3>
        <p className={s.free}>{words.freeOf(bytes(disk.free), bytes(disk.total))}</p>
      </header>
      <Bar
        name={words.freeOf(bytes(disk.free), bytes(disk.total))}
        value={disk.total - disk.free}
        most={disk.total}
        tone={disk.free < disk.floor ? 'bad' : 'plain'}
      />
      <p className={s.hint}>{words.floor(bytes(disk.floor))}</p>
      {disk.used ? (
        <>
          <table className={s.kinds}>
            <tbody>
              {kinds.map(({ kind, bytes: size, entries }) => (
                <tr key={kind}>
                  <th scope="row">{words.stored[kind]}</th>
                  <td className={s.bar}>
                    <Bar name={words.stored[kind]} value={size} most={most} />
                  </td>
                  <td>{bytes(size)}</td>
                  <td className={s.entries}>{kind === 'database' ? '' : number(entries)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={s.hint}>
            {words.cacheBudget(bytes(caches), bytes(disk.cacheBudget))}{' '}
            {words.measured(ago(disk.used.at, now), duration(milliseconds(disk.used.took)))}
          </p>
        </>
      ) : (
        <p className={s.hint}>{words.measuring}</p>
      )}
    </section>
  );
}
