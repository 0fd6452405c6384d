import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { type Health, healths, limits } from '@baton/domain';
import { DayField } from '../../time/DayField';
import type { Form } from './composed';

interface FieldsProps {
  form: Form;
  onChange: (change: Partial<Form>) => void;
}

/** An update in one line, and how the task is. */
export function UpdateFields({ form, onChange, onSend }: FieldsProps & { onSend: () => void }) {
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <TextInput
        label="Headline"
        dir="auto"
        maxLength={limits.headline}
        flex={1}
        miw={180}
        value={form.headline}
        onChange={(e) => onChange({ headline: e.currentTarget.value })}
        onKeyDown={(e) => e.key === 'Enter' && (e.ctrlKey || e.metaKey) && onSend()}
      />
      <Select
        label="How it is"
        w={130}
        allowDeselect={false}
        value={form.health}
        onChange={(value) => onChange({ health: (value ?? 'on track') as Health })}
        data={healths.map((value) => ({ value, label: value }))}
      />
    </Group>
  );
}

/** What would unblock it: a colleague, a decision, or somebody outside whom the owner asks again on a day. */
export function BlockerFields({ form, onChange, decision }: FieldsProps & { decision: boolean }) {
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="What would unblock it"
        value={form.blocker}
        onChange={(value) => onChange({ blocker: value as Form['blocker'] })}
        data={[
          { value: 'person', label: 'A colleague' },
          ...(decision ? [{ value: 'decision', label: 'A decision' }] : []),
          { value: 'outside', label: 'Somebody outside' },
        ]}
      />
      {form.blocker === 'outside' && (
        <Group gap="xs" align="flex-end" wrap="wrap">
          <TextInput
            label="Who is waited for"
            dir="auto"
            flex={1}
            miw={160}
            value={form.who}
            onChange={(e) => onChange({ who: e.currentTarget.value })}
          />
          <DayField label="The owner checks back on" value={form.checkOn} onChange={(checkOn) => checkOn && onChange({ checkOn })} />
        </Group>
      )}
    </>
  );
}
