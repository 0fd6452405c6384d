import { Tabs } from '@mantine/core';
import { type ReactElement, useEffect, useRef } from 'react';
import { Route, Routes, useLocation, useNavigate } from 'react-router-dom';
import { may } from '@baton/domain';
import { useViewer } from '../session/viewer';
import { PageHeader } from '../shell/PageHeader';
import { Appearance } from './Appearance';
import { PeoplePage } from './PeoplePage';
import { Profile } from './Profile';
import { EmojiSettings } from './EmojiSettings';
import { CalendarFeeds } from './CalendarFeeds';
import { DeliveriesPage } from './DeliveriesPage';
import { HouseRules } from './HouseRules';
import { MailPage } from './MailPage';
import { ReachPage } from './ReachPage';
import { Rhythm } from './Rhythm';
import { Security } from './Security';
import css from './SettingsPage.module.css';

const pages: readonly { path: string; label: string; element: ReactElement; admins?: boolean }[] = [
  { path: 'account', label: 'My account', element: <Profile /> },
  { path: 'rhythm', label: 'My rhythm', element: <Rhythm /> },
  { path: 'reach', label: 'Reaching me', element: <ReachPage /> },
  { path: 'deliveries', label: 'Deliveries', element: <DeliveriesPage /> },
  { path: 'calendars', label: 'Calendars', element: <CalendarFeeds /> },
  { path: 'security', label: 'Security', element: <Security /> },
  { path: 'appearance', label: 'Appearance', element: <Appearance /> },
  { path: 'people', label: 'Workspace and people', element: <PeoplePage /> },
  { path: 'emoji', label: 'Emoji', element: <EmojiSettings /> },
  { path: 'rules', label: 'House rules', element: <HouseRules /> },
  { path: 'mail', label: 'Mail and webhooks', element: <MailPage />, admins: true },
];

/** All settings, each with an address of its own. */
export function SettingsPage() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { me, workspace } = useViewer();
  const oversees = may({ personId: me.id, role: workspace.myRole }, 'mail.oversee');
  const mine = pages.filter(({ admins }) => oversees || !admins);
  const current = pathname.split('/')[2] || 'account';
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'center' }), [current]);
  return (
    <>
      <PageHeader title={<h1 style={{ all: 'unset' }}>Settings</h1>} />
      <Tabs value={current} onChange={(path) => void navigate(`/settings/${path ?? ''}`)} className={css.tabs} keepMounted={false}>
        <Tabs.List mb="lg" className={css.list} ref={list}>
          {mine.map(({ path, label }) => (
            <Tabs.Tab key={path} value={path} className={css.tab}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current}>
          <Routes>
            <Route index element={<Profile />} />
            {mine.map(({ path, element }) => (
              <Route key={path} path={path} element={element} />
            ))}
          </Routes>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
