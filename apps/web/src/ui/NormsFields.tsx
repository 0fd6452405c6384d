import { NumberInput, SimpleGrid } from '@mantine/core';
import { type Norms, defaultNorms } from '@baton/domain';

const fields: readonly (readonly [keyof Norms, string, string])[] = [
  ['askDays', 'An ask is answered by the end of working day', 'of whoever is asked'],
  ['blockingHours', 'What blocks somebody: working hours', 'of whoever is asked'],
  ['decisionDays', 'A decision stays open: working days', 'at work, for everybody in it'],
  ['handoffDays', 'A handoff is answered by the end of working day', 'of whoever receives it'],
  ['minNoticeHours', 'Least notice: working hours', ''],
  ['staleDays', 'A task is stale after working days', 'without a move'],
];

interface NormsFieldsProps {
  norms: Partial<Norms> | null;
  /** What holds where a field is empty. */
  otherwise: Norms;
  onChange: (norms: Partial<Norms> | null) => void;
}

/** House rules; an empty field follows what holds above it. */
export function NormsFields({ norms, otherwise, onChange }: NormsFieldsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
      {fields.map(([name, label, description]) => (
        <NumberInput
          key={name}
          size="xs"
          label={label}
          description={description}
          min={1}
          max={60}
          placeholder={String(otherwise[name] ?? defaultNorms[name])}
          value={norms?.[name] ?? ''}
          onChange={(value) => {
            const { [name]: _, ...rest } = norms ?? {};
            const next = typeof value === 'number' ? { ...rest, [name]: value } : rest;
            onChange(Object.keys(next).length > 0 ? next : null);
          }}
        />
      ))}
    </SimpleGrid>
  );
}
