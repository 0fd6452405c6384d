import { ActionIcon, CloseButton, TextInput } from '@mantine/core';
import IconAdjustmentsHorizontal from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { type Ref, Suspense, useState } from 'react';
import type { BoardSnapshot } from '@baton/domain';
import { type Filter, isFiltering, noFilter } from './filter';
import css from './BoardPage.module.css';
import { lazily } from '../ui/lazily';

const FilterSelects = lazily(() => import('./FilterSelects').then((m) => ({ default: m.FilterSelects })));

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
      <Suspense fallback={<span className={css.filterRoom} />}>
        <FilterSelects board={board} filter={filter} onChange={onChange} />
      </Suspense>
      {isFiltering(filter) && (
        <span className={css.matches} role="status">
          {matches} of {board.cards.length}
          <CloseButton size="sm" aria-label="Clear the filter" onClick={() => onChange(noFilter)} />
        </span>
      )}
    </div>
  );
}
