import { useEffect, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useListChanges } from '~/feed/useListChanges';
import { useWords } from '~/words/Words';
import { ConnectionBanner } from './ConnectionBanner';
import { KeysDialog } from './KeysDialog';
import { Palette } from './Palette';
import s from './Shell.module.css';
import { Side } from './Side';
import { Toasts } from './Toasts';
import { TopBar } from './TopBar';
import { useGlobalKeys } from './useGlobalKeys';

type Dialog = 'palette' | 'keys' | undefined;

/** What is around every page. */
export function Shell() {
  const { app } = useWords();
  const [dialog, setDialog] = useState<Dialog>();
  const [menu, setMenu] = useState(false);
  const { pathname } = useLocation();
  useListChanges();
  useGlobalKeys({ palette: () => setDialog('palette'), keys: () => setDialog('keys') });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu of a phone closes when one went somewhere
  useEffect(() => setMenu(false), [pathname]);

  return (
    <div className={s.shell} data-menu={menu || undefined}>
      <a className={s.skip} href="#content">
        {app.skip}
      </a>
      <TopBar onMenu={() => setMenu(true)} onSearch={() => setDialog('palette')} />
      <Side
        onSearch={() => setDialog('palette')}
        onKeys={() => setDialog('keys')}
        onClose={() => setMenu(false)}
      />
      {menu && <div className={s.shade} onClick={() => setMenu(false)} aria-hidden />}
      <main className={s.main} id="content" tabIndex={-1}>
        <ConnectionBanner />
        <Outlet />
      </main>
      <Palette opened={dialog === 'palette'} onClose={() => setDialog(undefined)} />
      <KeysDialog opened={dialog === 'keys'} onClose={() => setDialog(undefined)} />
      <Toasts />
    </div>
  );
}
