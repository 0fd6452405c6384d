import { Text } from '@mantine/core';
import { type BoardSnapshot, dayAt, normsOf } from '@baton/domain';
import { leaveInWords } from '../rhythm/words';
import { useViewer } from '../session/viewer';
import { readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { type ProposalForm, previewOf } from './form';
import { daysInWords, momentFor } from './standing';

/** When input would close, who is away, and until when it would be decided: said before anybody is asked. */
export function Preview({ form, board }: { form: ProposalForm; board: BoardSnapshot }) {
  const { me } = useViewer();
  const now = useNow();
  const reader = readerZone();
  const { closes, decideBy, away, unheardIds } = previewOf(form, board, me.id, now);
  const nameOf = (id: string | null) => board.people.find((person) => person.id === id)?.name ?? 'somebody';
  const decider = board.people.find((person) => person.id === form.deciderId);
  const { decisionDays } = normsOf(board.workspaceNorms, board.norms);
  const unheard = new Intl.ListFormat('en-GB').format(unheardIds.map(nameOf));
  return (
    <Text size="sm" role="status">
      {form.contributorIds.length > 0
        ? `Opened now, it closes when everybody had ${daysInWords(decisionDays)}: ${momentFor(closes, reader, now)}. `
        : form.mode === 'advice'
          ? 'Nobody is asked, so it goes to its decider at once. '
          : 'Name the people whose silence would count. '}
      {away.map(({ personId, leave }) => `${nameOf(personId)} is away: ${leaveInWords(leave, dayAt(reader, now), nameOf)}. `)}
      {unheardIds.length > 0 &&
        `${unheard} will not have been heard by then${unheardIds.some((id) => form.requiredIds.includes(id)) ? ', so it goes to its decider' : ''}. `}
      {form.mode === 'advice' && `${nameOf(form.deciderId)} decides by ${momentFor(decideBy, reader, now, decider)}. `}
      Nobody is expected to answer now.
    </Text>
  );
}
