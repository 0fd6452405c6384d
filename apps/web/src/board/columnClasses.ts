import type { ColumnClass } from '@baton/domain';

/** What a column can mean, in words. */
export const classWords: { value: ColumnClass; label: string }[] = [
  { value: 'queued', label: 'Waiting to be started' },
  { value: 'active', label: 'Being worked on' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Will not be done' },
];
