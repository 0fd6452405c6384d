import type { ImportLoss, ImportReceipt, ImportedPerson } from './receipt';

const n = (count: number, one: string, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const of = (part: number, what: string) => (part > 0 ? ` (${part.toLocaleString('en')} ${what})` : '');

const takenAs = ({ taken, suggestion }: ImportedPerson) =>
  ({
    person: suggestion ? `is ${suggestion.name} here` : 'is matched to a member',
    placeholder: 'stays as a placeholder, which an invited person can claim',
    nobody: 'is matched to nobody; the name stays on comments',
  })[taken.as];

function usesOf({ uses }: ImportedPerson): string {
  const parts = [
    uses.tasks && n(uses.tasks, 'task'),
    uses.comments && n(uses.comments, 'comment'),
    uses.items && n(uses.items, 'checklist item'),
  ];
  return parts.filter(Boolean).join(', ');
}

const lossLine = ({ what, count, names }: ImportLoss) => {
  const some = names.slice(0, 3).join(', ');
  return `  ${count.toLocaleString('en')} × ${what}${some ? ` (${some}${names.length > 3 || count > names.length ? ', …' : ''})` : ''}`;
};

/** The receipt as plain lines, for a terminal. `kept` says whether it was written, or only tried. */
export function receiptInWords(receipt: ImportReceipt, kept: boolean): string[] {
  const { counts, people, losses, adapted, writes } = receipt;
  const head = kept
    ? receipt.updatesBoard
      ? 'Brought up to date'
      : 'Imported'
    : receipt.updatesBoard
      ? 'Would bring up to date'
      : 'Would import';
  const lines = [
    `${head}: ${receipt.boardName}`,
    `  ${n(counts.lists, 'list')}${of(counts.listsArchived, 'archived')}`,
    `  ${n(counts.tasks, 'task')}${of(counts.tasksArchived, 'archived')}${of(counts.tasksDone, 'done')}`,
    ...(counts.tasksInArchivedLists > 0
      ? [`    ${n(counts.tasksInArchivedLists, 'open task')} in archived lists, archived with them`]
      : []),
    ...(counts.tasksDoneByList > 0 ? [`    ${n(counts.tasksDoneByList, 'task')} done because of the name of the list`] : []),
    `  ${n(counts.comments, 'comment')}${counts.commentsMissing > 0 ? `; ${counts.commentsMissing.toLocaleString('en')} more are not in the file` : ''}`,
    `  ${n(counts.checklists, 'checklist')} with ${n(counts.items, 'item')}${of(counts.itemsDone, 'done')}`,
    `  ${n(counts.labels, 'label')}`,
    `  ${n(counts.attachments, 'attachment')} as links${of(counts.attachmentsStayed, 'whose file stayed at Trello')}`,
    `${kept ? 'Written' : 'Would write'}: ${writes.created.toLocaleString('en')} new, ${writes.updated.toLocaleString('en')} updated, ${writes.unchanged.toLocaleString('en')} unchanged`,
  ];
  if (writes.keptYours > 0) lines.push(`  ${n(writes.keptYours, 'value')} changed here since the last import stay yours`);
  if (writes.noLongerInFile > 0)
    lines.push(`  ${n(writes.noLongerInFile, 'row')} of an earlier import are no longer in the file; they stay`);
  if (people.length > 0) lines.push('People:', ...people.map((person) => `  ${person.name} (${usesOf(person)}) ${takenAs(person)}`));
  if (adapted.length > 0) lines.push('Kept in another shape:', ...adapted.map(lossLine));
  if (losses.length > 0) lines.push('Not kept:', ...losses.map(lossLine));
  return lines;
}
