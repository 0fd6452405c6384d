import type { MyTask } from '@baton/domain';

/** The parts of one's own work, in the order in which they want to be read. */
export function sections(tasks: readonly MyTask[], meId: string): { name: string; empty: string; tasks: MyTask[] }[] {
  const answers = tasks.filter((task) => task.counter && task.dueSetById === meId && task.counter.byId !== meId);
  const rest = tasks.filter((task) => !answers.includes(task));
  const mine = rest.filter((task) => task.movePersonId === meId && task.columnClass === 'active');
  const next = rest.filter((task) => task.movePersonId === meId && task.columnClass === 'queued');
  const waiting = rest.filter((task) => task.movePersonId !== meId && (task.ownerId === meId || task.requesterId === meId));
  const followed = rest.filter((task) => ![...mine, ...next, ...waiting].includes(task));
  return [
    { name: 'Answers that are wanted', empty: '', tasks: answers },
    { name: 'Your move', empty: 'Nothing needs you now.', tasks: mine },
    { name: 'Waiting on others', empty: 'You wait for nobody.', tasks: waiting },
    { name: 'Not started', empty: '', tasks: next },
    { name: 'Followed', empty: '', tasks: followed },
  ].filter((section) => section.tasks.length > 0 || (tasks.length > 0 && section.empty !== ''));
}
