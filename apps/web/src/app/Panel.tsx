import type { Card } from '@baton/domain';
import { TaskDecisions } from '../decision/TaskDecisions';
import { TaskPanel } from '../task/TaskPanel';

/** A task beside its board, with its decisions. */
export const Panel = (props: { taskNumber: number; card: Card | null; onClose: () => void }) => (
  <TaskPanel {...props} decisions={TaskDecisions} />
);
