import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ranksBetween } from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Person } from '../account/person.entity';
import type { Board } from '../board/board.entity';
import { BoardService } from '../board/board.service';
import { BoardColumn } from '../board/column.entity';
import { Label } from '../board/label.entity';
import { Clock, daysAfter, minutesAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import { Checklist, ChecklistItem } from '../task/checklist.entity';
import { deriveDeadlines, exemptImported } from '../task/deadline';
import { Task } from '../task/task.entity';
import { Access } from '../workspace/access';
import { WorkspaceService } from '../workspace/workspace.service';
import { type StoryTask, boardName, columns, labels, people } from './story';

type Ids<T> = Record<keyof T, string>;

interface Scene {
  workspaceId: string;
  boardId: string;
  viewer: Viewer;
  now: Date;
  people: Ids<typeof people>;
  labels: Ids<typeof labels>;
}

/** Tells a small story of a team in four time zones as a board to look around in. */
@Injectable()
export class ExampleService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly boards: BoardService,
    private readonly workspaces: WorkspaceService,
  ) {}

  /** Makes the example board with dates around today; the same command id answers the first one. */
  async create(viewer: Viewer, workspaceId: string, commandId: string): Promise<Board> {
    const boardId = await this.db.transaction(async (tx) => {
      await this.access.requireInWorkspace(tx, viewer, 'board.create', workspaceId);
      const [first] = await select<{ board_id: string }>(tx, 'select board_id from event where command_id = $1 and actor_id = $2', [
        commandId,
        viewer.personId,
      ]);
      if (first) return first.board_id;
      const id = await this.boards.insert(tx, viewer, { commandId, workspaceId, name: boardName });
      const scene = {
        workspaceId,
        boardId: id,
        viewer,
        now: this.clock.now(),
        people: await this.cast(tx, workspaceId),
        labels: await this.paint(tx, workspaceId, id),
      };
      await this.tell(tx, scene);
      return id;
    });
    return this.boards.one(viewer, boardId);
  }

  /** The four people, as placeholders; a second example board shares them. */
  private async cast(tx: EntityManager, workspaceId: string): Promise<Ids<typeof people>> {
    const ids: Partial<Record<string, string>> = {};
    for (const [role, { name, zone }] of Object.entries(people)) {
      const [known] = await select<{ id: string }>(
        tx,
        'select p.id from person p join membership m on m.person_id = p.id where m.workspace_id = $1 and p.name = $2 and p.placeholder',
        [workspaceId, name],
      );
      const id =
        known?.id ?? (await tx.save(tx.create(Person, { name, zone, email: null, placeholder: true, createdAt: this.clock.now() }))).id;
      if (!known) await this.workspaces.join(tx, workspaceId, id, 'viewer');
      ids[role] = id;
    }
    return ids as Ids<typeof people>;
  }

  private async paint(tx: EntityManager, workspaceId: string, boardId: string): Promise<Ids<typeof labels>> {
    const entries = Object.entries(labels);
    const ranks = ranksBetween(null, null, entries.length);
    const rows = entries.map(([, [name, color]], i) => ({ id: randomUUID(), workspaceId, boardId, name, color, rank: ranks[i] }));
    await tx.insert(Label, rows);
    return Object.fromEntries(entries.map(([key], i) => [key, rows[i]?.id ?? ''])) as Ids<typeof labels>;
  }

  private async tell(tx: EntityManager, scene: Scene) {
    const columnRanks = ranksBetween(null, null, columns.length);
    let number = 1;
    for (const [i, column] of columns.entries()) {
      const columnId = randomUUID();
      const { name, class: columnClass, wipLimit = null } = column;
      await tx.insert(BoardColumn, {
        id: columnId,
        workspaceId: scene.workspaceId,
        boardId: scene.boardId,
        name,
        class: columnClass,
        wipLimit,
        rank: columnRanks[i],
      });
      const ranks = ranksBetween(null, null, column.tasks.length);
      for (const [j, task] of column.tasks.entries())
        await this.write(tx, scene, task, {
          columnId,
          rank: ranks[j],
          number: number++,
          doneAt: columnClass === 'done' ? daysAfter(scene.now, -j - 1) : null,
        });
    }
    await tx.query('update board set next_number = $2 where id = $1', [scene.boardId, number]);
    await deriveDeadlines(tx, scene.boardId);
    await exemptImported(tx, scene.boardId);
  }

  private async write(
    tx: EntityManager,
    scene: Scene,
    story: StoryTask,
    place: Pick<Partial<Task>, 'columnId' | 'rank' | 'number' | 'doneAt'>,
  ) {
    const taskId = randomUUID();
    const day = (offset: number | undefined) => (offset === undefined ? null : daysAfter(scene.now, offset).toISOString().slice(0, 10));
    const { steps = [], notes = [] } = story;
    await tx.insert(Task, {
      ...place,
      id: taskId,
      workspaceId: scene.workspaceId,
      boardId: scene.boardId,
      title: story.title,
      description: story.description ?? '',
      ownerId: story.owner ? scene.people[story.owner] : null,
      labelIds: (story.labels ?? []).map((label) => scene.labels[label]),
      startOn: day(story.start),
      dueOn: day(story.due),
      checklistDone: steps.filter(([, done]) => done).length,
      checklistTotal: steps.length,
      commentCount: notes.length,
      createdById: scene.viewer.personId,
      requesterId: scene.viewer.personId,
      createdAt: daysAfter(scene.now, -10),
    });
    if (steps.length > 0) {
      const [checklistId, ranks] = [randomUUID(), ranksBetween(null, null, steps.length)];
      await tx.insert(Checklist, { id: checklistId, workspaceId: scene.workspaceId, taskId, name: 'Steps', rank: ranks[0] });
      await tx.insert(
        ChecklistItem,
        steps.map(([title, done], i) => ({
          id: randomUUID(),
          workspaceId: scene.workspaceId,
          taskId,
          checklistId,
          title,
          rank: ranks[i],
          doneAt: done ? daysAfter(scene.now, -1) : null,
        })),
      );
    }
    for (const [author, hours, text] of notes)
      await tx.query(
        'insert into comment (workspace_id, task_id, author_id, author_name, text, created_at) values ($1, $2, $3, $4, $5, $6)',
        [scene.workspaceId, taskId, scene.people[author], people[author].name, text, minutesAfter(scene.now, hours * 60)],
      );
  }
}
