import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Attachment } from '../file/attachment.entity';
import { FileService } from '../file/file.service';
import { Event } from '../platform/events/event.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { Checklist } from './checklist.entity';
import { CreateChecklistInput, CreateChecklistItemsInput, EditChecklistItemInput } from './checklist.inputs';
import { ChecklistService } from './checklist.service';
import { Task } from './task.entity';
import { PromiseService } from './promise.service';
import {
  AnswerCounterInput,
  CounterInput,
  CreateTasksInput,
  EditDescriptionInput,
  EditTasksInput,
  MoveTasksInput,
  MoveTasksToBoardInput,
  TaskSetInput,
} from './task.inputs';
import { Archive, ArchivedTask, HistoryEntry, TaskName, TaskReader } from './task.reader';
import { TaskService } from './task.service';
import { TransferService } from './transfer.service';

const id = { type: () => ID };

/** Queries of tasks, and the parts of one. Parts are asked for one task at a time, so they need no loader. */
@Resolver(() => Task)
export class TaskResolver {
  constructor(
    private readonly reader: TaskReader,
    private readonly files: FileService,
  ) {}

  @Query(() => Task, { description: 'One task with everything that its panel shows.' })
  task(@CurrentViewer() viewer: Viewer, @Args('id', id) taskId: string) {
    return this.reader.one(viewer, taskId);
  }

  @Query(() => Task, { description: 'The task that a key such as WEB-42 means now, also when it moved to another board since.' })
  taskByKey(@CurrentViewer() viewer: Viewer, @Args('workspaceId', id) workspaceId: string, @Args('key') key: string) {
    return this.reader.byKey(viewer, workspaceId, key);
  }

  @Query(() => [TaskName], { description: 'What tasks are called, of those keys whose tasks the caller may read; at most 100 keys.' })
  taskNames(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', id) workspaceId: string,
    @Args('keys', { type: () => [String] }) keys: string[],
  ) {
    return this.reader.names(viewer, workspaceId, keys);
  }

  @ResolveField(() => [Checklist])
  checklists(task?: Task): Promise<Checklist[]> | Checklist[] {
    return task ? this.reader.checklists(task.id) : [];
  }

  @ResolveField(() => [Attachment])
  attachments(@Parent() task: Task, @CurrentViewer() viewer: Viewer): Promise<Attachment[]> {
    return this.files.of(viewer, task.id);
  }

  @ResolveField(() => [HistoryEntry], { description: "The task's history, newest first, at most 50." })
  history(task?: Task): Promise<HistoryEntry[]> | HistoryEntry[] {
    return task ? this.reader.history(task) : [];
  }

  @Query(() => Archive, { description: 'Archived tasks and columns, newest first.' })
  archive(@CurrentViewer() viewer: Viewer, @Args('boardId', id) boardId: string) {
    return this.reader.archive(viewer, boardId);
  }

  @Query(() => [ArchivedTask], { description: 'Deleted tasks of the last 30 days, newest first.' })
  trash(@CurrentViewer() viewer: Viewer, @Args('boardId', id) boardId: string) {
    return this.reader.trash(viewer, boardId);
  }
}

/** Commands on tasks. */
@Resolver()
export class TaskCommandResolver {
  constructor(
    private readonly tasks: TaskService,
    private readonly transfers: TransferService,
    private readonly promises: PromiseService,
  ) {}

  @Mutation(() => Event, {
    description: 'One task per title, in order, straight after `afterTaskId`, or first in the column when it is null.',
  })
  createTasks(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateTasksInput) {
    return this.tasks.create(viewer, input);
  }

  @Mutation(() => Event, { description: 'Sets the given fields on all these tasks of one board; absent fields stay.' })
  editTasks(@CurrentViewer() viewer: Viewer, @Args('input') input: EditTasksInput) {
    return this.tasks.edit(viewer, input);
  }

  @Mutation(() => Event, { description: 'Pins the task to follow it, or takes the pin off.' })
  followTask(
    @CurrentViewer() viewer: Viewer,
    @Args('taskId', id) taskId: string,
    @Args('commandId', id) commandId: string,
    @Args('follows') follows: boolean,
  ) {
    return this.tasks.follow(viewer, taskId, commandId, follows);
  }

  @Mutation(() => Event, { description: 'The owner proposes another deadline to whoever set it.' })
  counterDeadline(@CurrentViewer() viewer: Viewer, @Args('input') input: CounterInput) {
    return this.promises.counter(viewer, input);
  }

  @Mutation(() => Event, { description: 'Takes the proposal, or keeps the deadline with a reason.' })
  answerCounter(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerCounterInput) {
    return this.promises.answerCounter(viewer, input);
  }

  @Mutation(() => Event, { description: 'Refused with CONFLICT and the current text when somebody wrote since `baseVersion`.' })
  editDescription(@CurrentViewer() viewer: Viewer, @Args('input') input: EditDescriptionInput) {
    return this.tasks.editDescription(viewer, input);
  }

  @Mutation(() => Event, {
    description: 'Puts the tasks, in the given order, straight after `afterTaskId`, or first in the column when it is null.',
  })
  moveTasks(@CurrentViewer() viewer: Viewer, @Args('input') input: MoveTasksInput) {
    return this.tasks.move(viewer, input);
  }

  @Mutation(() => Event, { description: 'Takes the tasks to another board; answers the event of the board that they left.' })
  moveTasksToBoard(@CurrentViewer() viewer: Viewer, @Args('input') input: MoveTasksToBoardInput) {
    return this.transfers.move(viewer, input);
  }

  @Mutation(() => Event, { description: 'They stay as they are, though they did not move.' })
  keepTasks(@CurrentViewer() viewer: Viewer, @Args('input') input: TaskSetInput) {
    return this.tasks.keep(viewer, input);
  }

  @Mutation(() => Event)
  archiveTasks(@CurrentViewer() viewer: Viewer, @Args('input') input: TaskSetInput) {
    return this.tasks.archive(viewer, input);
  }

  @Mutation(() => Event)
  deleteTasks(@CurrentViewer() viewer: Viewer, @Args('input') input: TaskSetInput) {
    return this.tasks.delete(viewer, input);
  }

  @Mutation(() => Event, { description: 'Brings archived or deleted tasks back to where they were.' })
  restoreTasks(@CurrentViewer() viewer: Viewer, @Args('input') input: TaskSetInput) {
    return this.tasks.restore(viewer, input);
  }
}

/** Commands on checklists. */
@Resolver()
export class ChecklistResolver {
  constructor(private readonly checklists: ChecklistService) {}

  @Mutation(() => Event)
  createChecklist(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateChecklistInput) {
    return this.checklists.create(viewer, input);
  }

  @Mutation(() => Event)
  editChecklist(
    @CurrentViewer() viewer: Viewer,
    @Args('checklistId', id) listId: string,
    @Args('commandId', id) commandId: string,
    @Args('name') name: string,
  ) {
    return this.checklists.edit(viewer, listId, commandId, name);
  }

  @Mutation(() => Event)
  deleteChecklist(@CurrentViewer() viewer: Viewer, @Args('checklistId', id) listId: string, @Args('commandId', id) commandId: string) {
    return this.checklists.delete(viewer, listId, commandId);
  }

  @Mutation(() => Event)
  createChecklistItems(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateChecklistItemsInput) {
    return this.checklists.createItems(viewer, input);
  }

  @Mutation(() => Event)
  editChecklistItem(@CurrentViewer() viewer: Viewer, @Args('input') input: EditChecklistItemInput) {
    return this.checklists.editItem(viewer, input);
  }

  @Mutation(() => Event)
  moveChecklistItem(
    @CurrentViewer() viewer: Viewer,
    @Args('itemId', id) itemId: string,
    @Args('commandId', id) commandId: string,
    @Args('checklistId', id) listId: string,
    @Args('afterItemId', { ...id, nullable: true }) afterItemId: string | null,
  ) {
    return this.checklists.moveItem(viewer, itemId, commandId, listId, afterItemId ?? null);
  }

  @Mutation(() => Event)
  deleteChecklistItem(@CurrentViewer() viewer: Viewer, @Args('itemId', id) itemId: string, @Args('commandId', id) commandId: string) {
    return this.checklists.deleteItem(viewer, itemId, commandId);
  }

  @Mutation(() => Event, { description: 'Makes the item a task straight after its task, and takes it off the list.' })
  convertChecklistItem(@CurrentViewer() viewer: Viewer, @Args('itemId', id) itemId: string, @Args('commandId', id) commandId: string) {
    return this.checklists.convertItem(viewer, itemId, commandId);
  }
}
