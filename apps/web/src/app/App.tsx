import { Suspense } from 'react';
import { Outlet, Route, Routes } from 'react-router-dom';
import { CommandProvider } from '../command/useCommand';
import { RequireViewer } from '../session/viewer';
import { BoardPage } from '../board/BoardPage';
import { Home } from './Home';
import { NotFound } from '../shell/NotFound';
import { Shell } from '../shell/Shell';
import { lazily } from '../ui/lazily';

const SetUpPage = lazily(() => import('../session/SetUpPage').then((m) => ({ default: m.SetUpPage })));
const SignInPage = lazily(() => import('../session/SignInPage').then((m) => ({ default: m.SignInPage })));
const JoinPage = lazily(() => import('../session/JoinPage').then((m) => ({ default: m.JoinPage })));
const SettingsPage = lazily(() => import('../settings/SettingsPage').then((m) => ({ default: m.SettingsPage })));
const ImportPage = lazily(() => import('../import/ImportPage').then((m) => ({ default: m.ImportPage })));
const MyWorkPage = lazily(() => import('../work/MyWorkPage').then((m) => ({ default: m.MyWorkPage })));
const TodayPage = lazily(() => import('../today/TodayPage').then((m) => ({ default: m.TodayPage })));
const CatchUpPage = lazily(() => import('../today/CatchUpPage').then((m) => ({ default: m.CatchUpPage })));
const StoryPage = lazily(() => import('../today/StoryPage').then((m) => ({ default: m.StoryPage })));
const LeavePage = lazily(() => import('../today/LeavePage').then((m) => ({ default: m.LeavePage })));
const StatusPage = lazily(() => import('../today/StatusPage').then((m) => ({ default: m.StatusPage })));
const StalePage = lazily(() => import('../today/StalePage').then((m) => ({ default: m.StalePage })));
const People = lazily(() => import('../people/People').then((m) => ({ default: m.People })));
const ScheduleView = lazily(() => import('../schedule/ScheduleView').then((m) => ({ default: m.ScheduleView })));
const SearchPage = lazily(() => import('../shell/SearchPage').then((m) => ({ default: m.SearchPage })));
const SchedulePage = lazily(() => import('../schedule/SchedulePage').then((m) => ({ default: m.SchedulePage })));
const Panel = lazily(() => import('./Panel').then((m) => ({ default: m.Panel })));
const DecisionPage = lazily(() => import('../decision/DecisionPage').then((m) => ({ default: m.DecisionPage })));
const DecisionLog = lazily(() => import('../decision/DecisionLog').then((m) => ({ default: m.DecisionLog })));
const BoardDecisions = lazily(() => import('../decision/DecisionLog').then((m) => ({ default: m.BoardDecisions })));
const CheckInsPage = lazily(() => import('../check-in/CheckInsPage').then((m) => ({ default: m.CheckInsPage })));
const BoardNotices = lazily(() => import('./BoardNotices').then((m) => ({ default: m.BoardNotices })));
const TaskAddress = lazily(() => import('../task/TaskAddress').then((m) => ({ default: m.TaskAddress })));

/** Every address of the page. */
export function App() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/setup" element={<SetUpPage />} />
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/join/:token" element={<JoinPage />} />
        <Route
          element={
            <RequireViewer>
              <CommandProvider>
                <Shell>
                  <Suspense fallback={null}>
                    <Outlet />
                  </Suspense>
                </Shell>
              </CommandProvider>
            </RequireViewer>
          }
        >
          <Route path="/b/:key" element={<BoardPage panel={Panel} schedule={ScheduleView} notice={BoardNotices} />} />
          <Route path="/b/:key/:number" element={<BoardPage panel={Panel} schedule={ScheduleView} notice={BoardNotices} />} />
          <Route path="/b/:key/decisions" element={<BoardDecisions />} />
          <Route path="/b/:key/d/:number" element={<DecisionPage />} />
          <Route path="/decisions" element={<DecisionLog />} />
          <Route path="/b/:key/check-ins" element={<CheckInsPage />} />
          <Route path="/b/:key/check-ins/:checkInId/:on" element={<CheckInsPage />} />
          <Route path="/" element={<Home today={TodayPage} />} />
          <Route path="/catch-up" element={<CatchUpPage />} />
          <Route path="/leave/:leaveId" element={<LeavePage />} />
          <Route path="/b/:key/story" element={<StoryPage />} />
          <Route path="/b/:key/status" element={<StatusPage />} />
          <Route path="/b/:key/stale" element={<StalePage />} />
          <Route path="/my-work" element={<MyWorkPage />} />
          <Route path="/timeline" element={<SchedulePage />} />
          <Route path="/search" element={<SearchPage />} />
          <Route path="/people" element={<People />} />
          <Route path="/t/:key" element={<TaskAddress />} />
          <Route path="/settings/*" element={<SettingsPage />} />
          <Route path="/import" element={<ImportPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
