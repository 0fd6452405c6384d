import { MultiSelect } from '@mantine/core';
import type { BoardSnapshot } from '@baton/domain';
import { peopleOn } from './form';

interface PeopleSelectProps {
  board: BoardSnapshot;
  label: string;
  description?: string;
  value: string[];
  onChange: (ids: string[]) => void;
  without?: readonly string[];
  only?: readonly string[];
}

/** Several people of the board. */
export function PeopleSelect({ board, label, description, value, onChange, without = [], only }: PeopleSelectProps) {
  const people = peopleOn(board).filter(({ value: id }) => !without.includes(id) && (!only || only.includes(id)));
  return <MultiSelect label={label} description={description} searchable clearable data={people} value={value} onChange={onChange} />;
}
