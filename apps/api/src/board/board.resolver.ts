import { Args, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Event } from '../platform/events/event.entity';
import { Live } from '../platform/events/live';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { BoardSnapshotScalar } from '../platform/graphql/scalars';
import { DataSource } from 'typeorm';
import { Access } from '../workspace/access';
import { Board } from './board.entity';
import { CreateBoardInput, CreateColumnInput, CreateLabelInput, EditBoardInput, EditColumnInput, EditLabelInput } from './board.inputs';
import { BoardService } from './board.service';
import { ColumnService } from './column.service';
import { LabelService } from './label.service';

const id = { type: () => ID };

@Resolver(() => Board)
export class BoardResolver {
  constructor(
    private readonly boards: BoardService,
    private readonly live: Live,
    private readonly access: Access,
    private readonly db: DataSource,
  ) {}

  @Query(() => [Board], { name: 'boards' })
  list(@CurrentViewer() viewer: Viewer, @Args('workspaceId', id) workspaceId: string) {
    return this.boards.list(viewer, workspaceId);
  }

  @Query(() => BoardSnapshotScalar, { description: 'The whole board for its first paint. The key is matched within the workspace.' })
  boardSnapshot(@CurrentViewer() viewer: Viewer, @Args('workspaceId', id) workspaceId: string, @Args('key') key: string) {
    return this.boards.snapshot(viewer, workspaceId, key);
  }

  @Query(() => [Event], { description: "The board's events after a sequence number, oldest first, at most 500." })
  boardEvents(
    @CurrentViewer() viewer: Viewer,
    @Args('boardId', id) boardId: string,
    @Args('afterSeq', { type: () => Int }) afterSeq: number,
  ) {
    return this.boards.events(viewer, boardId, afterSeq);
  }

  @Subscription(() => Event, {
    description: 'Every event of the board from now on, its last one first. Completes when the caller loses access.',
    resolve: (event: Event) => event,
  })
  async boardEvent(@CurrentViewer() viewer: Viewer, @Args('boardId', id) boardId: string) {
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    return this.live.subscribe(boardId, viewer.personId);
  }

  @Mutation(() => Board)
  createBoard(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateBoardInput) {
    return this.boards.create(viewer, input);
  }

  @Mutation(() => Event)
  editBoard(@CurrentViewer() viewer: Viewer, @Args('input') input: EditBoardInput) {
    return this.boards.edit(viewer, input);
  }

  @Mutation(() => Event)
  archiveBoard(
    @CurrentViewer() viewer: Viewer,
    @Args('boardId', id) boardId: string,
    @Args('commandId', id) commandId: string,
    @Args('archived') archived: boolean,
  ) {
    return this.boards.archive(viewer, boardId, commandId, archived);
  }

  @Mutation(() => Board)
  starBoard(@CurrentViewer() viewer: Viewer, @Args('boardId', id) boardId: string, @Args('starred') starred: boolean) {
    return this.boards.star(viewer, boardId, starred);
  }

  @Mutation(() => Board, { description: "Puts the board after another one in the caller's sidebar, or first." })
  placeBoard(
    @CurrentViewer() viewer: Viewer,
    @Args('boardId', id) boardId: string,
    @Args('afterBoardId', { ...id, nullable: true }) afterBoardId: string | null,
  ) {
    return this.boards.place(viewer, boardId, afterBoardId ?? null);
  }
}

@Resolver()
export class ColumnResolver {
  constructor(private readonly columns: ColumnService) {}

  @Mutation(() => Event)
  createColumn(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateColumnInput) {
    return this.columns.create(viewer, input);
  }

  @Mutation(() => Event)
  editColumn(@CurrentViewer() viewer: Viewer, @Args('input') input: EditColumnInput) {
    return this.columns.edit(viewer, input);
  }

  @Mutation(() => Event)
  moveColumn(
    @CurrentViewer() viewer: Viewer,
    @Args('columnId', id) columnId: string,
    @Args('commandId', id) commandId: string,
    @Args('afterColumnId', { ...id, nullable: true }) afterColumnId: string | null,
  ) {
    return this.columns.move(viewer, columnId, commandId, afterColumnId ?? null);
  }

  @Mutation(() => Event, { description: 'Takes the column and what is in it off the board, or brings both back.' })
  archiveColumn(
    @CurrentViewer() viewer: Viewer,
    @Args('columnId', id) columnId: string,
    @Args('commandId', id) commandId: string,
    @Args('archived') archived: boolean,
  ) {
    return this.columns.archive(viewer, columnId, commandId, archived);
  }
}

@Resolver()
export class LabelResolver {
  constructor(private readonly labels: LabelService) {}

  @Mutation(() => Event)
  createLabel(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateLabelInput) {
    return this.labels.create(viewer, input);
  }

  @Mutation(() => Event)
  editLabel(@CurrentViewer() viewer: Viewer, @Args('input') input: EditLabelInput) {
    return this.labels.edit(viewer, input);
  }

  @Mutation(() => Event)
  deleteLabel(@CurrentViewer() viewer: Viewer, @Args('labelId', id) labelId: string, @Args('commandId', id) commandId: string) {
    return this.labels.delete(viewer, labelId, commandId);
  }
}
