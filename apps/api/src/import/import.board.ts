import { type BoardImport, type TaskImport, localDayTime } from '@baton/importers';
import type { EntityManager } from 'typeorm';
import { changed } from '../platform/database/database';
import { kinds } from './import.tables';
import type { BoardWriter, Wanted } from './import.writer';

/** What a file's rows need to become ours. */
export interface ImportPlace {
  boardId: string;
  /** IANA zone of the board's plain dates. */
  zone: string;
  now: Date;
  /** Ids here of people, by foreign id. */
  people: ReadonlyMap<string, string>;
}

/** Writes a whole board, kind after kind, each lying in the one before. */
export async function writeBoard(tx: EntityManager, writer: BoardWriter, board: BoardImport, place: ImportPlace) {
  const columns = await writer.sync(
    kinds.column,
    board.lists.map((list) => ({
      foreignId: list.foreignId,
      container: place.boardId,
      values: { name: list.name, wip_limit: list.wipLimit, archived_at: list.archived ? place.now : null },
      once: { class: list.class },
    })),
  );
  const labels = await writer.sync(
    kinds.label,
    board.labels.map(({ foreignId, name, color }) => ({ foreignId, container: place.boardId, values: { name, color }, once: {} })),
  );
  const tasks = await writeTasks(tx, writer, board, place, { columns, labels });
  await writeParts(writer, board, place, tasks);
}

async function writeTasks(
  tx: EntityManager,
  writer: BoardWriter,
  board: BoardImport,
  place: ImportPlace,
  ids: { columns: ReadonlyMap<string, string>; labels: ReadonlyMap<string, string> },
) {
  // Numbers follow the order of creation, so that WEB-1 is the oldest card. Numbers of tasks that are here already go unused.
  const fresh = board.tasks.filter((task) => !writer.knows(kinds.task, task.foreignId));
  const born = fresh.toSorted((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? -1 : a.createdAt === b.createdAt ? 0 : 1));
  const first = await takeNumbers(tx, place.boardId, fresh.length);
  const numbers = new Map(born.map((task, i) => [task.foreignId, first + i]));
  return writer.sync(
    kinds.task,
    board.tasks.flatMap((task): Wanted[] => {
      const container = ids.columns.get(task.listId);
      if (!container) return [];
      return [
        {
          foreignId: task.foreignId,
          container,
          values: taskValues(task, place, ids.labels),
          once: {
            board_id: place.boardId,
            number: numbers.get(task.foreignId),
            source_url: task.url,
            created_by_id: personOf(place, task.createdBy),
            created_at: task.createdAt ?? place.now,
          },
        },
      ];
    }),
  );
}

function taskValues(task: TaskImport, place: ImportPlace, labels: ReadonlyMap<string, string>) {
  const [ownerId = null, ...helpers] = [...new Set(task.personIds.flatMap((id) => place.people.get(id) ?? []))];
  const due = task.due ? localDayTime(task.due, place.zone) : null;
  return {
    title: task.title,
    description: task.description,
    owner_id: ownerId,
    helper_ids: helpers,
    label_ids: task.labelIds.flatMap((id) => labels.get(id) ?? []),
    start_on: task.start ? localDayTime(task.start, place.zone).day : null,
    due_on: due?.day ?? null,
    due_time: due?.time ?? null,
    done_at: task.done ? (task.doneAt ?? place.now) : null,
    archived_at: task.archived ? (task.archivedAt ?? place.now) : null,
  };
}

async function writeParts(writer: BoardWriter, board: BoardImport, place: ImportPlace, tasks: ReadonlyMap<string, string>) {
  const present = board.tasks.flatMap((task) => {
    const id = tasks.get(task.foreignId);
    return id ? [{ ...task, id }] : [];
  });
  const lists = present.flatMap((task) => task.checklists.map((checklist) => ({ ...checklist, taskId: task.id })));
  const checklists = await writer.sync(
    kinds.checklist,
    lists.map(({ foreignId, name, taskId }) => ({ foreignId, container: taskId, values: { name }, once: {} })),
  );
  await writer.sync(
    kinds.item,
    lists.flatMap(({ foreignId, items, taskId }) => {
      const container = checklists.get(foreignId);
      return container
        ? items.map((item): Wanted => ({
            foreignId: item.foreignId,
            container,
            values: {
              title: item.title,
              done_at: item.done ? place.now : null,
              owner_id: personOf(place, item.personId),
              due_on: item.due ? localDayTime(item.due, place.zone).day : null,
              task_id: taskId,
            },
            once: {},
          }))
        : [];
    }),
  );
  await writer.sync(
    kinds.comment,
    present.flatMap((task) =>
      task.comments.map((comment): Wanted => ({
        foreignId: comment.foreignId,
        container: task.id,
        values: {
          text: comment.text,
          author_id: personOf(place, comment.personId),
          author_name: comment.authorName,
          edited_at: comment.editedAt,
        },
        once: { created_at: comment.createdAt ?? place.now, source: board.source },
      })),
    ),
  );
  await writer.sync(
    kinds.attachment,
    present.flatMap((task) =>
      task.attachments.map((attachment): Wanted => ({
        foreignId: attachment.foreignId,
        container: task.id,
        values: { name: attachment.name, url: attachment.url, bytes: attachment.bytes, stayed_at_source: attachment.stayed },
        once: { created_at: attachment.createdAt ?? place.now },
      })),
    ),
  );
}

const personOf = (place: ImportPlace, foreignId: string | null) => (foreignId ? (place.people.get(foreignId) ?? null) : null);

async function takeNumbers(tx: EntityManager, boardId: string, count: number): Promise<number> {
  const [row] = await changed<{ first: number }>(
    tx,
    'update board set next_number = next_number + $2 where id = $1 returning next_number - $2 as first',
    [boardId, count],
  );
  return row?.first ?? 1;
}
