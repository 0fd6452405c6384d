import { useApolloClient, useMutation } from '@apollo/client/react';
import { useCallback } from 'react';
import type { Calendar } from '@baton/domain';
import { graphql } from '../gql';
import { sentenceFor } from '../ui/refusals';
import type { Urgent } from './UrgentField';

const EditCalendarDocument = graphql(`
  mutation EditCalendar($input: EditCalendarInput!) {
    editCalendar(input: $input) {
      id
      zone
      calendar
      calendarConfirmed
      urgent
    }
  }
`);
const HolidaysDocument = graphql(`
  query Holidays($region: String!, $year: Int!) {
    holidays(region: $region, year: $year) {
      date
      name
    }
  }
`);

/** Saves parts of the own calendar; gives null, or a sentence that says what is wrong. */
export function useSaveCalendar() {
  const [edit] = useMutation(EditCalendarDocument);
  return useCallback(
    async ({ calendar, urgent }: { calendar?: Calendar; urgent?: Urgent }): Promise<string | null> => {
      const { zones, week, overrides, holidays, leave, focus } = calendar ?? {};
      const slots = calendar ? (calendar.slots ?? []) : undefined;
      const input = { commandId: crypto.randomUUID(), zones, week, overrides, holidays, leave, focus, slots, urgent };
      return edit({ variables: { input } }).then(
        () => null,
        (error: unknown) => sentenceFor(error),
      );
    },
    [edit],
  );
}

/** The public holidays of a region, as the server's library has them. */
export function useHolidays() {
  const client = useApolloClient();
  return useCallback(
    async (region: string, year: number) => {
      const { data } = await client.query({ query: HolidaysDocument, variables: { region, year } });
      return data?.holidays.map(({ date, name }) => ({ date, name })) ?? [];
    },
    [client],
  );
}
