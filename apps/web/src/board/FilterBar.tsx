import { ActionIcon, CloseButton, Select, TextInput } from '@mantine/core';
import IconAdjustmentsHorizontal from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { type Ref, useState } from 'react';
import { type BoardSnapshot, byRank } from '@baton/domain';
import { type Filter, isFiltering, noFilter } from './filter';
import css from './BoardPage.module.css';

/** Narrows the board by text, owner and label. */
export function FilterBar({
  board,
  filter,
  onChange,
  matches,
  inputRef,
}: {
  board: BoardSnapshot;
  filter: Filter;
  onChange: (filter: Filter) => void;
  matches: number;
  inputRef: Ref<HTMLInputElement>;
}) {
  const [open, setOpen] = useState(false);
  return (
    <div className={css.filter} data-open={open || isFiltering(filter)} role="search">
      <TextInput
        ref={inputRef}
        size="xs"
        aria-label="Filter by text"
        placeholder="Filter  /"
        leftSection={<IconSearch size={14} stroke={1.5} />}
        value={filter.text}
        onChange={(e) => onChange({ ...filter, text: e.currentTarget.value })}
        onKeyDown={(e) => {
          if (e.key !== 'Escape') return;
          onChange(noFilter);
          e.currentTarget.blur();
        }}
      />
      <ActionIcon
        className={css.filterMore}
        variant="subtle"
        color="gray"
        aria-label="More filters"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <IconAdjustmentsHorizontal size={18} stroke={1.5} />
      </ActionIcon>
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
      {isFiltering(filter) && (
        <span className={css.matches} role="status">
          {matches} of {board.cards.length}
          <CloseButton size="sm" aria-label="Clear the filter" onClick={() => onChange(noFilter)} />
        </span>
      )}
    </div>
  );
}
