import { Button, Select } from '@mantine/core';
import type { HitKind, HitState, SearchFilter } from '@baton/domain';
import { DateField } from '../time/DateField';
import { kindWords, stateWords } from './words';
import css from './Search.module.css';

interface SearchFiltersProps {
  filter: SearchFilter;
  boards: readonly { id: string; name: string }[];
  /** Null where the reader may not know who else is here. */
  people: readonly { id: string; name: string }[] | null;
  onChange: (filter: SearchFilter) => void;
}

const isSet = (filter: SearchFilter) => Object.values(filter).some((value) => value != null);
const day = (value: string | null | undefined) => (value ? { day: value, time: null } : null);

/** Narrows what is found: by board, kind, owner, state and the days on which it was written. */
export function SearchFilters({ filter, boards, people, onChange }: SearchFiltersProps) {
  const one = (label: string, placeholder: string, data: readonly { value: string; label: string }[], key: keyof SearchFilter) => (
    <Select
      className={css.filter}
      size="xs"
      aria-label={label}
      placeholder={placeholder}
      clearable
      clearButtonProps={{ 'aria-label': `Take off: ${label.toLowerCase()}` }}
      searchable
      data={[...data]}
      value={filter[key] ?? null}
      onChange={(value) => onChange({ ...filter, [key]: value as HitKind & HitState })}
    />
  );
  const named = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={css.filters} role="group" aria-label="Filters">
      {one('Kind', 'Everything', kindWords, 'kind')}
      {one('Board', 'All boards', named(boards), 'boardId')}
      {people && one('Owner', 'Any owner', named(people), 'ownerId')}
      {one('State', 'Any state', stateWords, 'state')}
      <div className={css.dates}>
        <DateField
          label="From"
          compact
          withTime={false}
          value={day(filter.since)}
          onChange={(due) => onChange({ ...filter, since: due?.day ?? null })}
        />
        <DateField
          label="Until"
          compact
          withTime={false}
          value={day(filter.until)}
          onChange={(due) => onChange({ ...filter, until: due?.day ?? null })}
        />
      </div>
      {isSet(filter) && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange({})}>
          Take all filters off
        </Button>
      )}
    </div>
  );
}
