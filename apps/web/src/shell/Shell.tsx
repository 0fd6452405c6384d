import { useDisclosure, useHotkeys, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { ActionIcon, Drawer } from '@mantine/core';
import IconMenu2 from '@tabler/icons-react/dist/esm/icons/IconMenu2.mjs';
import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';
import { readerZone } from '../time/deadlineWords';
import { useHere } from './here';
import { Sidebar } from './Sidebar';
import css from './Shell.module.css';
import { lazily } from '../ui/lazily';

const KeysDialog = lazily(() => import('./KeysDialog').then((m) => ({ default: m.KeysDialog })));
const HoursLine = lazily(() => import('../rhythm/HoursLine').then((m) => ({ default: m.HoursLine })));
const loadFinder = () => import('./Finder').then((m) => ({ default: m.Finder }));
const Finder = lazily(loadFinder);

const goMs = 1_500;
/** The second key counts for a moment after g. */
function makeGoing() {
  let began = 0;
  return {
    begin: () => {
      began = Date.now();
    },
    to: (path: string, navigate: (path: string) => unknown) => {
      if (Date.now() - began < goMs) navigate(path);
      began = 0;
    },
  };
}

/** Where g and a second key lead. */
const places: Record<string, () => string> = {
  t: () => '/',
  c: () => '/catch-up',
  d: () => '/decisions',
  w: () => '/my-work',
  p: () => '/people',
  l: () => '/timeline',
  b: () => (localStorage.getItem('baton.lastBoard') ? `/b/${localStorage.getItem('baton.lastBoard')}` : '/'),
};

/** The frame around every page: sidebar at the left (a drawer on phones), the page beside it. */
export function Shell({ children }: { children: ReactNode }) {
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const [folded, setFolded] = useLocalStorage({ key: 'baton.sidebar.folded', defaultValue: false, getInitialValueInEffect: false });
  const [drawer, drawerState] = useDisclosure(false);
  const [dialog, setDialog] = useState<'keys' | 'finder' | null>(null);
  const { undo } = useCommand();
  const { me } = useViewer();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [going] = useState(makeGoing);
  // After days away the home page begins anew, and may lead to the catch-up.
  const onReturn = useCallback(() => void (location.pathname === '/' && navigate('/', { replace: true })), [navigate]);
  useHere(me.id, onReturn);
  useEffect(() => drawerState.close(), [pathname, drawerState]);
  useHotkeys([
    ['[', () => setFolded((now) => !now)],
    ['shift+?', () => setDialog('keys')],
    ['?', () => setDialog('keys')],
    ['u', () => void undo()],
    ['g', going.begin],
    ...Object.entries(places).map(([key, path]): [string, () => void] => [key, () => going.to(path(), navigate)]),
    ['mod+Z', () => void undo()],
  ]);
  useHotkeys([['mod+K', () => setDialog('finder')]], []);
  // On its way when Ctrl or Cmd goes down, so that no letter after K is lost.
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Control' || key === 'Meta') void loadFinder().catch(() => undefined);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className={css.shell}>
      <a className={css.skip} href="#page">
        To the page
      </a>
      {phone || folded ? (
        <ActionIcon
          className={css.burger}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Open the sidebar"
          onClick={phone ? drawerState.open : () => setFolded(false)}
        >
          <IconMenu2 size={20} stroke={1.5} />
        </ActionIcon>
      ) : (
        <Sidebar onFold={() => setFolded(true)} onFind={() => setDialog('finder')} onKeys={() => setDialog('keys')} />
      )}
      {phone && (
        <Drawer opened={drawer} onClose={drawerState.close} size={280} padding={0} withCloseButton={false} title="Boards">
          <Sidebar onFold={drawerState.close} onFind={() => setDialog('finder')} onKeys={() => setDialog('keys')} />
        </Drawer>
      )}
      <main id="page" className={css.page} data-folded={!phone && folded}>
        <Suspense fallback={null}>{(!me.calendarConfirmed || readerZone() !== me.zone) && <HoursLine />}</Suspense>
        {children}
      </main>
      <Suspense fallback={null}>
        {dialog === 'keys' && <KeysDialog onClose={() => setDialog(null)} />}
        {dialog === 'finder' && <Finder onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}
