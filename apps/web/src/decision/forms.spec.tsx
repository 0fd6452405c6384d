import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { type BoardSnapshot, type Decision, type Draft, type Stance, recordOf } from '@baton/domain';
import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { of } from 'rxjs';
import { RequireViewer } from '../session/viewer';
import { DecideForm } from './DecideForm';
import { StanceForm } from './StanceForm';
import { StepForm } from './StepForm';

/** What the server answers, by operation; drafts are kept as it keeps them. */
function aServer() {
  const drafts = new Map<string, Draft>();
  let saved = 0;
  const answers: Record<string, (variables: Record<string, unknown>) => Record<string, unknown>> = {
    Session: () => ({
      setup: { needed: false, version: '1', clockRules: '2026b' },
      me: { id: 'ana', name: 'Ana', email: 'ana@example.org', zone: 'UTC', calendar: null, calendarConfirmed: true, status: null },
    }),
    Workspaces: () => ({
      workspaces: [{ id: 'w', name: 'Riverside', myRole: 'owner', norms: null, quietDays: null, language: 'english' }],
    }),
    Draft: ({ place }) => ({ draft: drafts.get(String(place)) ?? null }),
    SaveDraft: ({ place, text }) => {
      const at = `2026-11-24T12:00:00.${String(++saved).padStart(3, '0')}Z`;
      drafts.set(String(place), { text: String(text), more: {}, at });
      return { saveDraft: at };
    },
  };
  const link = new ApolloLink(({ operationName = '', variables }) => of({ data: answers[operationName]?.(variables) ?? {} }));
  return { drafts, client: new ApolloClient({ link, cache: new InMemoryCache() }) };
}

/** A page of somebody who is signed in, on a browser that may have drafts. */
function show(page: ReactNode, { client } = aServer()) {
  const wrap = (children: ReactNode) => (
    <MantineProvider env="test">
      <ApolloProvider client={client}>
        <MemoryRouter>
          <RequireViewer>{children}</RequireViewer>
        </MemoryRouter>
      </ApolloProvider>
    </MantineProvider>
  );
  const { rerender, unmount } = render(wrap(page));
  return { user: userEvent.setup(), unmount, rerender: (next: ReactNode) => rerender(wrap(next)) };
}

const stanceOf = (personId: string, kind: Stance['kind'], reason: string): Stance => ({
  ...{ personId, kind, reason, resolves: kind === 'object' ? 'A trial' : '', at: '2026-11-24T12:00:00.000Z', version: 1 },
  ...{ askId: null, informed: null },
});
let count = 0;
/** A lazy decision of its own, so that no scene meets the drafts of another. */
const aDecision = (change: Partial<Decision> = {}): Decision => ({
  ...{
    id: `d${++count}`,
    workspaceId: 'w',
    boardId: 'b',
    number: 7,
    state: 'open',
    mode: 'lazy',
    reversibility: 'easy',
    proposerId: 'ana',
  },
  ...{ deciderId: 'ana', informedIds: [], hideStances: false, blocking: false, commentId: null, createdAt: '', openedAt: '' },
  ...{ question: 'Which API?', context: '', recommendation: 'v2', because: 'It is fast.', options: [], contributors: [] },
  ...{ closesWish: null, closesFloor: null, closesAt: null, decideBy: null, version: 1, versions: [], stances: [], outcome: null },
  ...{ history: [], afterwards: [], reopensId: null, supersedesId: null, supersededById: null, whatIsNew: '', whyWithdrawn: '' },
  ...{ reviewOn: null, reviewTrigger: '', taskIds: [], seal: null },
  ...change,
});
const names: Record<string, string> = { asha: 'Asha', ben: 'Ben' };
const scene = { nameOf: (id: string) => names[id] ?? 'somebody', onDone: () => undefined };
const board = { key: 'WEB', people: [], cards: [] } as unknown as BoardSnapshot;

it('gives a view by keyboard, once, and keeps every word of one that is refused', async () => {
  const decision = aDecision();
  let answer: (sentence: string) => void = () => undefined;
  const take = jest.fn((): Promise<string | null> => new Promise((resolve) => (answer = resolve)));
  const { user } = show(<StanceForm decision={decision} take={take} {...scene} />);
  await screen.findByRole('radio', { name: 'Agree' });
  await user.click(screen.getByRole('radio', { name: 'Object' }));
  await user.type(screen.getByLabelText('Why you object'), 'Too new');
  await user.type(screen.getByLabelText('What would resolve it'), 'A trial');
  await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
  expect(take).toHaveBeenCalledTimes(1);
  answer('That is over.');
  expect(await screen.findByText('That is over.')).toBeInTheDocument();
  expect(take).toHaveBeenCalledWith('stance', { stance: 'object', text: 'Too new', resolves: 'A trial', version: 1 });
  expect(screen.getByLabelText('Why you object')).toHaveValue('Too new');
});

it('shows a version that came while one wrote before it takes a view of it', async () => {
  const before = { ...aDecision(), version: 1, at: '', byId: 'ana' };
  const decision = aDecision({ versions: [before] });
  const take = jest.fn(async (): Promise<string | null> => null);
  const { user, rerender } = show(<StanceForm decision={decision} take={take} {...scene} />);
  await user.type(await screen.findByLabelText('A few words, if you like'), 'Good');
  const next = { ...decision, version: 2, versions: [before, { ...before, version: 2, recommendation: 'v3' }] };
  rerender(<StanceForm decision={next} take={take} {...scene} />);
  expect(screen.getByText(/version 2, another recommendation. Your words are kept/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'I have read it' }));
  await user.click(screen.getByRole('button', { name: 'Agree' }));
  expect(take).toHaveBeenLastCalledWith('stance', { stance: 'agree', text: 'Good', resolves: '', version: 2 });
});

it('keeps an outcome that is being written over a reload, with the answers to those who object', async () => {
  const decision = aDecision({ state: 'contested', stances: [stanceOf('asha', 'object', 'Too new')] });
  const take = jest.fn(async (): Promise<string | null> => null);
  const server = aServer();
  const first = show(<DecideForm step="decide" decision={decision} take={take} {...scene} />, server);
  await first.user.type(await screen.findByLabelText('Because'), 'A trial shows more.');
  await first.user.type(screen.getByLabelText('Your answer to Asha'), 'One month.');
  first.unmount();
  const { user } = show(<DecideForm step="decide" decision={decision} take={take} {...scene} />, server);
  expect(await screen.findByLabelText('Your answer to Asha')).toHaveValue('One month.');
  await user.click(screen.getByRole('button', { name: 'Decide' }));
  expect(take).toHaveBeenCalledWith('decide', {
    outcome: expect.objectContaining({
      ...{ choice: 'v2', because: 'A trial shows more.' },
      answers: [{ personId: 'asha', text: 'One month.' }],
    }),
  });
});

it('goes on with what was written on another device', async () => {
  const decision = aDecision();
  const server = aServer();
  server.drafts.set(`withdraw:${decision.id}`, {
    text: JSON.stringify({ text: 'Nobody needs it' }),
    more: {},
    at: '2026-11-24T12:00:00.000Z',
  });
  show(<StepForm step="withdraw" decision={decision} board={board} tasks={[]} take={async () => null} {...scene} />, server);
  await waitFor(() => expect(screen.getByLabelText('Why')).toHaveValue('Nobody needs it'));
});

it('answers the one who needs to know more, and asks whom where several do', async () => {
  const take = jest.fn(async (): Promise<string | null> => null);
  const one = aDecision({ stances: [stanceOf('asha', 'need information', 'How much?')] });
  const { user, unmount } = show(<StepForm step="inform" decision={one} board={board} tasks={[]} take={take} {...scene} />);
  await user.type(await screen.findByLabelText('What they need to know'), 'Nothing.');
  await user.click(screen.getByRole('button', { name: 'Answer what they need to know' }));
  expect(take).toHaveBeenCalledWith('inform', { text: 'Nothing.', personId: 'asha' });
  unmount();
  const two = aDecision({ stances: [...one.stances, stanceOf('ben', 'need information', 'How long?')] });
  const { user: other } = show(<StepForm step="inform" decision={two} board={board} tasks={[]} take={take} {...scene} />);
  await other.click(await screen.findByRole('combobox', { name: 'Whom you answer' }));
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Asha: How much?', 'Ben: How long?']);
});

it('offers every text of a record that can be taken out, and nothing else of it', async () => {
  const decision = aDecision({ context: 'A name', stances: [stanceOf('asha', 'object', 'Too new')] });
  const { user } = show(<StepForm step="redact" decision={decision} board={board} tasks={[]} take={async () => null} {...scene} />);
  await user.click(await screen.findByRole('combobox', { name: 'Which text' }));
  const offered = screen.getAllByRole('option').map(({ textContent }) => textContent);
  expect(offered).toEqual([
    ...['the question: Which API?', 'what one should know: A name', 'what was proposed: v2', 'the reason: It is fast.'],
    ...['what Asha thinks: the reason: Too new', 'what Asha thinks: what would resolve it: A trial'],
  ]);
  expect(JSON.stringify(recordOf(decision))).toContain('A name');
});
