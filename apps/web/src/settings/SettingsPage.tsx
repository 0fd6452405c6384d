import { Tabs } from '@mantine/core';
import { Route, Routes, useLocation, useNavigate } from 'react-router-dom';
import { PageHeader } from '../shell/PageHeader';
import { Appearance } from './Appearance';
import { PeoplePage } from './PeoplePage';
import { Profile } from './Profile';
import { EmojiSettings } from './EmojiSettings';
import { CalendarFeeds } from './CalendarFeeds';
import { HouseRules } from './HouseRules';
import { Rhythm } from './Rhythm';
import { Security } from './Security';

const pages = [
  { path: 'account', label: 'My account', element: <Profile /> },
  { path: 'rhythm', label: 'My rhythm', element: <Rhythm /> },
  { path: 'calendars', label: 'Calendars', element: <CalendarFeeds /> },
  { path: 'security', label: 'Security', element: <Security /> },
  { path: 'appearance', label: 'Appearance', element: <Appearance /> },
  { path: 'people', label: 'Workspace and people', element: <PeoplePage /> },
  { path: 'emoji', label: 'Emoji', element: <EmojiSettings /> },
  { path: 'rules', label: 'House rules', element: <HouseRules /> },
];

/** All settings, each with an address of its own. */
export function SettingsPage() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const current = pathname.split('/')[2] || 'account';
  return (
    <>
      <PageHeader title={<h1 style={{ all: 'unset' }}>Settings</h1>} />
      <Tabs value={current} onChange={(path) => void navigate(`/settings/${path ?? ''}`)} px="lg" maw={960} keepMounted={false}>
        <Tabs.List mb="lg">
          {pages.map(({ path, label }) => (
            <Tabs.Tab key={path} value={path}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current}>
          <Routes>
            <Route index element={<Profile />} />
            {pages.map(({ path, element }) => (
              <Route key={path} path={path} element={element} />
            ))}
          </Routes>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
