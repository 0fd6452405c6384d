import type { BoardPerson, Card, ColumnRow } from '@baton/domain';
export interface ScheduleProps {
  cards: readonly Card[];
  columns: readonly ColumnRow[];
  people: readonly BoardPerson[];
  boardKey: string;
  readerZone: string;
  now: number;
  canEdit: boolean;
  onOpen: (taskId: string) => void;
  onMoveDeadline: (taskId: string, toDay: string) => void;
}
export function TimelineView(_: ScheduleProps) {
  return null;
}
