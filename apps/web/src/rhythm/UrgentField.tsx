import { Button, Radio, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Part } from './Part';
import { useSaving } from './useSaving';
import css from './Form.module.css';

/** Whether somebody wants to be reached when something cannot wait, when, and how. */
export interface Urgent {
  reachable: boolean;
  hours: 'any' | 'working';
  how: string;
}

interface UrgentFieldProps {
  urgent: Urgent;
  onSave: (urgent: Urgent) => Promise<string | null>;
}

/** The opt-in to urgent messages; off until the person says otherwise. */
export function UrgentField({ urgent, onSave }: UrgentFieldProps) {
  const [draft, setDraft] = useState<Urgent | null>(null);
  const { saving, say, run } = useSaving();
  const shown = draft ?? urgent;
  const set = (change: Partial<Urgent>) => {
    setDraft({ ...shown, ...change });
    say(null);
  };
  const submit = async () => {
    if (shown.reachable && shown.how.trim() === '') return say('Write how people reach you, such as a phone number.');
    if (await run(() => onSave({ ...shown, how: shown.how.trim() }))) setDraft((now) => (now === draft ? null : now));
  };
  return (
    <Part title="Urgent" hint="Nobody can reach you outside your hours unless you say so here." saving={saving}>
      <form
        className={css.part}
        onSubmit={(e) => {
          e.preventDefault();
          void submit();
        }}
      >
        <Switch
          label="I can be reached when something is urgent"
          checked={shown.reachable}
          onChange={(e) => set({ reachable: e.currentTarget.checked })}
        />
        {shown.reachable && (
          <>
            <Radio.Group label="When" value={shown.hours} onChange={(hours) => set({ hours: hours === 'any' ? 'any' : 'working' })}>
              <Radio mt={8} value="working" label="In my working hours" />
              <Radio mt={8} value="any" label="At any hour" />
            </Radio.Group>
            <TextInput
              label="How"
              description="A phone number, or where to write. People whose urgent message is allowed see it."
              value={shown.how}
              maxLength={200}
              dir="auto"
              onChange={(e) => set({ how: e.currentTarget.value })}
            />
          </>
        )}
        <div>
          <Button type="submit" variant="default" loading={saving.busy} disabled={draft === null}>
            Save
          </Button>
        </div>
      </form>
    </Part>
  );
}
