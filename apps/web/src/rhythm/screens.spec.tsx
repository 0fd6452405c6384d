import { type Calendar, assumedCalendar } from '@baton/domain';
import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { OverlapFinder } from './OverlapFinder';
import { PeopleBands, type RhythmPerson } from './PeopleBands';
import { RhythmForm } from './RhythmForm';
import { WeekPreview } from './WeekPreview';

const now = Date.parse('2026-11-24T09:00Z');
const show = (page: ReactNode) => render(<MantineProvider env="test">{page}</MantineProvider>);
const person = (id: string, zone: string, calendar: Calendar | null = null): RhythmPerson => ({
  id,
  name: id,
  zone,
  calendar,
  status: null,
  placeholder: false,
});
const people = [
  { ...person('Asha', 'Asia/Kolkata'), status: { emoji: '🌱', text: 'writing', until: null } },
  person('Ben', 'Europe/London', assumedCalendar('Europe/London')),
  person('Kai', 'Pacific/Auckland', assumedCalendar('Pacific/Auckland')),
];

function aForm(onSave = jest.fn(async (_: { calendar?: Calendar }): Promise<string | null> => null), assumed = false) {
  show(
    <RhythmForm
      calendar={assumedCalendar('Europe/London')}
      assumed={assumed}
      urgent={{ reachable: false, hours: 'working', how: '' }}
      people={[{ id: 'ben', name: 'Ben' }]}
      now={now}
      onSave={onSave}
      holidaysFor={async (_, year) => [{ date: `${year}-12-25`, name: 'Christmas' }]}
      regions={[{ code: 'GB', name: 'Great Britain' }]}
    />,
  );
  return { user: userEvent.setup(), onSave, part: (name: string) => within(screen.getByRole('region', { name })) };
}

it('shows everybody on one day, the reader first, and says each band in words', async () => {
  show(<PeopleBands people={people} readerZone="Europe/London" now={now} meId="Ben" nameOf={(id) => id} />);
  expect(screen.getAllByRole('listitem').map((row) => row.textContent?.slice(0, 3))).toEqual(['Ben', 'Ash', 'Kai']);
  expect(screen.getByRole('img', { name: 'Asha: assumed hours, works 03:30 to 11:30, in your time' })).toBeInTheDocument();
  expect(screen.getByText('working until 17:00 (their time), 11:30 yours · assumed hours')).toBeInTheDocument();
  expect(screen.getByText('🌱 writing')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Next day' }));
  expect(screen.getByRole('heading', { name: 'Tomorrow, Wednesday 25 November' })).toBeInTheDocument();
});

it('finds shared hours, and is honest when there are none', async () => {
  const user = userEvent.setup();
  show(<OverlapFinder people={people} readerZone="Europe/London" now={now} meId="Ben" />);
  await user.click(screen.getByRole('combobox', { name: 'People' }));
  await user.click(screen.getByRole('option', { name: 'Asha' }));
  expect(screen.getAllByText(/^today 09:00 to 11:30/)[0]).toBeInTheDocument();
  expect(screen.getByText('The hours of Asha are assumed.')).toBeInTheDocument();
  await user.click(screen.getByRole('option', { name: 'Asha' }));
  await user.click(screen.getByRole('option', { name: 'Kai' }));
  expect(screen.getByText('Nobody shares working hours in the next five days.')).toBeInTheDocument();
  expect(screen.getByText(/^The nearest: /)).toHaveTextContent('Ben (you) works');
  expect(screen.getByRole('radiogroup', { name: 'At least' })).toBeInTheDocument();
});

it('saves the week and keeps what was typed when that is refused', async () => {
  const { user, onSave, part } = aForm(
    jest.fn(async (_: { calendar?: Calendar }): Promise<string | null> => 'Somebody else changed your hours.'),
  );
  const hours = part('Working hours');
  const from = hours.getByRole('textbox', { name: 'Monday, from' });
  await user.clear(from);
  await user.type(from, '8.30');
  await user.click(hours.getByRole('button', { name: 'Copy Monday to all weekdays' }));
  await user.click(hours.getByRole('button', { name: 'Save hours' }));
  expect(await hours.findByText('Somebody else changed your hours.')).toBeInTheDocument();
  expect(onSave.mock.calls[0]).toMatchObject([{ calendar: { week: { 1: [['08:30', '17:00']], 5: [['08:30', '17:00']], 6: [] } } }]);
  expect(from).toHaveValue('08:30');
});

it('says on which day the hours are wrong, before it saves', async () => {
  const { user, onSave, part } = aForm();
  const hours = part('Working hours');
  const to = hours.getByRole('textbox', { name: 'Tuesday, to' });
  await user.clear(to);
  await user.type(to, '6');
  await user.click(hours.getByRole('button', { name: 'Save hours' }));
  expect(hours.getByText('Look again at Tuesday.')).toBeInTheDocument();
  expect(hours.getByRole('textbox', { name: 'Tuesday, to' })).toHaveAccessibleDescription(/must end after it/);
  expect(onSave).not.toHaveBeenCalled();
});

it('confirms assumed hours with one button', async () => {
  const { user, onSave, part } = aForm(undefined, true);
  await user.click(part('Working hours').getByRole('button', { name: 'These are my hours' }));
  expect(onSave).toHaveBeenCalledTimes(1);
});

it('builds each save on the one before it', async () => {
  const { user, onSave, part } = aForm();
  const focus = part('Focus time');
  await user.click(focus.getByRole('checkbox', { name: 'Tuesday' }));
  await user.type(focus.getByRole('textbox', { name: 'From' }), '9');
  await user.type(focus.getByRole('textbox', { name: 'To' }), '11');
  await user.click(focus.getByRole('button', { name: 'Add focus time' }));
  expect(await focus.findByText('Tuesday, 09:00 to 11:00')).toBeInTheDocument();
  const holidays = part('Holidays');
  await user.click(holidays.getByRole('combobox', { name: 'Add those of a region' }));
  await user.click(await screen.findByRole('option', { name: 'Great Britain' }));
  await user.click(await holidays.findByRole('checkbox', { name: 'Sat 25 Dec 2027, Christmas' }));
  await user.click(holidays.getByRole('button', { name: 'Confirm 1 holiday' }));
  await waitFor(() => expect(onSave).toHaveBeenCalledTimes(2));
  expect(onSave.mock.calls[1]?.[0].calendar).toMatchObject({
    focus: [{ weekdays: [2], from: '09:00', to: '11:00' }],
    holidays: [{ date: '2026-12-25', name: 'Christmas', source: 'GB' }],
  });
});

it('adds time off with somebody who covers, and takes it out again', async () => {
  const { user, onSave, part } = aForm();
  const leave = part('Time off');
  await user.click(leave.getByRole('button', { name: 'Add time off' }));
  expect(leave.getByText('Choose the first day off.')).toBeInTheDocument();
  await user.type(leave.getByLabelText('First day off'), '2026-11-30');
  await user.type(leave.getByLabelText('Last day off'), '2026-12-04');
  await user.click(leave.getByRole('combobox', { name: 'Who covers' }));
  await user.click(await screen.findByRole('option', { name: 'Ben' }));
  await user.click(leave.getByRole('button', { name: 'Add time off' }));
  await user.click(await leave.findByRole('button', { name: 'Remove time off Mon 30 Nov to Fri 4 Dec, Ben covers' }));
  expect(await leave.findByText('No time off ahead.')).toBeInTheDocument();
  expect(onSave.mock.calls.map(([{ calendar }]) => calendar?.leave.length)).toEqual([1, 0]);
});

it('moves the hours to another zone and back', async () => {
  const { user, onSave, part } = aForm();
  const zone = part('Time zone');
  await user.type(zone.getByRole('combobox', { name: 'Move my hours to' }), 'Lisbon');
  await user.click(await screen.findByRole('option', { name: 'Europe/Lisbon' }));
  await user.type(zone.getByLabelText('First day back, if you return'), '2026-12-07');
  await user.click(zone.getByRole('button', { name: 'Move my hours' }));
  expect(await zone.findByText('Saved.')).toBeInTheDocument();
  expect(onSave.mock.calls[0]?.[0].calendar?.zones).toEqual([
    { from: '1970-01-01', zone: 'Europe/London' },
    { from: '2026-11-24', zone: 'Europe/Lisbon' },
    { from: '2026-12-07', zone: 'Europe/London' },
  ]);
});

it('replaces a single day and asks how somebody can be reached', async () => {
  const { user, onSave, part } = aForm();
  const days = part('Single days');
  await user.type(days.getByLabelText('Day'), '2026-12-24');
  await user.click(days.getByRole('checkbox', { name: 'Not working' }));
  await user.click(days.getByRole('button', { name: 'Add the day' }));
  expect(await days.findByText('Thu 24 Dec, not working')).toBeInTheDocument();
  const urgent = part('Urgent');
  await user.click(urgent.getByRole('switch', { name: /I can be reached/ }));
  await user.click(urgent.getByRole('button', { name: 'Save' }));
  expect(urgent.getByText('Write how people reach you, such as a phone number.')).toBeInTheDocument();
  await user.type(urgent.getByRole('textbox', { name: 'How' }), '+44 20');
  await user.click(urgent.getByRole('button', { name: 'Save' }));
  expect(onSave).toHaveBeenLastCalledWith({ urgent: { reachable: true, hours: 'working', how: '+44 20' } });
});

it('shows the next seven days with their deliveries', () => {
  show(<WeekPreview calendar={assumedCalendar('Europe/London')} now={now} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(7);
  expect(screen.getAllByText('delivered 09:00, 13:00 and 15:30')).toHaveLength(5);
  expect(screen.getAllByText('nothing is delivered')).toHaveLength(2);
});
