import { Select } from '@mantine/core';
import { type BoardSnapshot, byRank } from '@baton/domain';
import type { Filter } from './filter';
import css from './BoardPage.module.css';

/** The owner and the label to narrow the board to. */
export function FilterSelects({ board, filter, onChange }: { board: BoardSnapshot; filter: Filter; onChange: (filter: Filter) => void }) {
  return (
    <>
      <Select
        className={css.filterSelect}
        size="xs"
        w={140}
        aria-label="Filter by owner"
        placeholder="Any owner"
        clearable
        searchable
        data={[
          { value: 'nobody', label: 'No owner' },
          ...board.people.filter((p) => !p.removed).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.ownerId}
        onChange={(ownerId) => onChange({ ...filter, ownerId })}
      />
      {board.labels.length > 0 && (
        <Select
          className={css.filterSelect}
          size="xs"
          w={140}
          aria-label="Filter by label"
          placeholder="Any label"
          clearable
          searchable
          data={[...board.labels].sort(byRank).map(({ id, name, color }) => ({ value: id, label: name || color }))}
          value={filter.labelId}
          onChange={(labelId) => onChange({ ...filter, labelId })}
        />
      )}
    </>
  );
}
