import { type OwnLadder, defaultLadder } from '@baton/domain';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { LadderFields } from '../ui/LadderFields';
import { Part } from './Part';
import { useSaving } from './useSaving';
import css from './Form.module.css';

interface RemindersFieldProps {
  /** Null where each board's holds. */
  ladder: OwnLadder | null;
  /** Gives null when it was saved, or a sentence that says what is wrong. */
  onSave: (ladder: OwnLadder | null) => Promise<string | null>;
}

/** When I am reminded of deadlines; until I say so, as each board does it. */
export function RemindersField({ ladder, onSave }: RemindersFieldProps) {
  const [draft, setDraft] = useState<OwnLadder | null>(null);
  const { saving, say, run } = useSaving();
  const submit = async (next: OwnLadder | null) => {
    if (await run(() => onSave(next))) setDraft(null);
  };
  return (
    <Part
      title="Reminders of deadlines"
      hint={ladder ? 'As you set it, on every board.' : 'As each board has it. What you set here holds on every board instead.'}
      saving={saving}
    >
      <form
        className={css.part}
        onSubmit={(e) => {
          e.preventDefault();
          void submit(draft);
        }}
      >
        <LadderFields<OwnLadder>
          own
          ladder={draft ?? ladder ?? { before: defaultLadder.before, overdue: defaultLadder.overdue }}
          onChange={(next) => {
            setDraft(next);
            say(null);
          }}
        />
        <Group gap="xs">
          <Button type="submit" variant="default" loading={saving.busy} disabled={draft === null}>
            Save
          </Button>
          {ladder && (
            <Button variant="subtle" color="gray" onClick={() => void submit(null)}>
              As each board has it
            </Button>
          )}
        </Group>
      </form>
    </Part>
  );
}
