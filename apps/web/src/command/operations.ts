import { graphql } from '../gql';

graphql(`
  fragment Event on BoardEvent {
    boardId
    seq
    at
    actorId
    kind
    commandId
    changes
    resync
  }
`);

/** Every command that can wait in the outbox, by the name that it is kept under. */
export const operations = {
  createTasks: graphql(`
    mutation CreateTasks($input: CreateTasksInput!) {
      event: createTasks(input: $input) {
        ...Event
      }
    }
  `),
  editTasks: graphql(`
    mutation EditTasks($input: EditTasksInput!) {
      event: editTasks(input: $input) {
        ...Event
      }
    }
  `),
  editDescription: graphql(`
    mutation EditDescription($input: EditDescriptionInput!) {
      event: editDescription(input: $input) {
        ...Event
      }
    }
  `),
  moveTasks: graphql(`
    mutation MoveTasks($input: MoveTasksInput!) {
      event: moveTasks(input: $input) {
        ...Event
      }
    }
  `),
  moveTasksToBoard: graphql(`
    mutation MoveTasksToBoard($input: MoveTasksToBoardInput!) {
      event: moveTasksToBoard(input: $input) {
        ...Event
      }
    }
  `),
  keepTasks: graphql(`
    mutation KeepTasks($input: TaskSetInput!) {
      event: keepTasks(input: $input) {
        ...Event
      }
    }
  `),
  publishStatus: graphql(`
    mutation PublishStatus($input: PublishStatusInput!) {
      event: publishStatus(input: $input) {
        ...Event
      }
    }
  `),
  acknowledgeStatus: graphql(`
    mutation AcknowledgeStatus($input: AcknowledgeStatusInput!) {
      event: acknowledgeStatus(input: $input) {
        ...Event
      }
    }
  `),
  archiveTasks: graphql(`
    mutation ArchiveTasks($input: TaskSetInput!) {
      event: archiveTasks(input: $input) {
        ...Event
      }
    }
  `),
  deleteTasks: graphql(`
    mutation DeleteTasks($input: TaskSetInput!) {
      event: deleteTasks(input: $input) {
        ...Event
      }
    }
  `),
  restoreTasks: graphql(`
    mutation RestoreTasks($input: TaskSetInput!) {
      event: restoreTasks(input: $input) {
        ...Event
      }
    }
  `),
  postComment: graphql(`
    mutation PostComment($input: PostCommentInput!) {
      event: postComment(input: $input) {
        ...Event
      }
    }
  `),
  editComment: graphql(`
    mutation EditComment($input: EditCommentInput!) {
      event: editComment(input: $input) {
        ...Event
      }
    }
  `),
  react: graphql(`
    mutation React($input: ReactInput!) {
      event: react(input: $input) {
        ...Event
      }
    }
  `),
  addFiles: graphql(`
    mutation AddFiles($input: AddFilesInput!) {
      event: addFiles(input: $input) {
        ...Event
      }
    }
  `),
  editFile: graphql(`
    mutation EditFile($input: EditFileInput!) {
      event: editFile(input: $input) {
        ...Event
      }
    }
  `),
  stepAsk: graphql(`
    mutation StepAsk($input: StepAskInput!) {
      event: stepAsk(input: $input) {
        ...Event
      }
    }
  `),
  createColumn: graphql(`
    mutation CreateColumn($input: CreateColumnInput!) {
      event: createColumn(input: $input) {
        ...Event
      }
    }
  `),
  editColumn: graphql(`
    mutation EditColumn($input: EditColumnInput!) {
      event: editColumn(input: $input) {
        ...Event
      }
    }
  `),
  moveColumn: graphql(`
    mutation MoveColumn($columnId: ID!, $commandId: ID!, $afterColumnId: ID) {
      event: moveColumn(columnId: $columnId, commandId: $commandId, afterColumnId: $afterColumnId) {
        ...Event
      }
    }
  `),
  archiveColumn: graphql(`
    mutation ArchiveColumn($columnId: ID!, $commandId: ID!, $archived: Boolean!) {
      event: archiveColumn(columnId: $columnId, commandId: $commandId, archived: $archived) {
        ...Event
      }
    }
  `),
  editBoard: graphql(`
    mutation EditBoard($input: EditBoardInput!) {
      event: editBoard(input: $input) {
        ...Event
      }
    }
  `),
  archiveBoard: graphql(`
    mutation ArchiveBoard($boardId: ID!, $commandId: ID!, $archived: Boolean!) {
      event: archiveBoard(boardId: $boardId, commandId: $commandId, archived: $archived) {
        ...Event
      }
    }
  `),
  createLabel: graphql(`
    mutation CreateLabel($input: CreateLabelInput!) {
      event: createLabel(input: $input) {
        ...Event
      }
    }
  `),
  editLabel: graphql(`
    mutation EditLabel($input: EditLabelInput!) {
      event: editLabel(input: $input) {
        ...Event
      }
    }
  `),
  deleteLabel: graphql(`
    mutation DeleteLabel($labelId: ID!, $commandId: ID!) {
      event: deleteLabel(labelId: $labelId, commandId: $commandId) {
        ...Event
      }
    }
  `),
  createChecklist: graphql(`
    mutation CreateChecklist($input: CreateChecklistInput!) {
      event: createChecklist(input: $input) {
        ...Event
      }
    }
  `),
  editChecklist: graphql(`
    mutation EditChecklist($checklistId: ID!, $commandId: ID!, $name: String!) {
      event: editChecklist(checklistId: $checklistId, commandId: $commandId, name: $name) {
        ...Event
      }
    }
  `),
  deleteChecklist: graphql(`
    mutation DeleteChecklist($checklistId: ID!, $commandId: ID!) {
      event: deleteChecklist(checklistId: $checklistId, commandId: $commandId) {
        ...Event
      }
    }
  `),
  createChecklistItems: graphql(`
    mutation CreateChecklistItems($input: CreateChecklistItemsInput!) {
      event: createChecklistItems(input: $input) {
        ...Event
      }
    }
  `),
  editChecklistItem: graphql(`
    mutation EditChecklistItem($input: EditChecklistItemInput!) {
      event: editChecklistItem(input: $input) {
        ...Event
      }
    }
  `),
  moveChecklistItem: graphql(`
    mutation MoveChecklistItem($itemId: ID!, $commandId: ID!, $checklistId: ID!, $afterItemId: ID) {
      event: moveChecklistItem(itemId: $itemId, commandId: $commandId, checklistId: $checklistId, afterItemId: $afterItemId) {
        ...Event
      }
    }
  `),
  deleteChecklistItem: graphql(`
    mutation DeleteChecklistItem($itemId: ID!, $commandId: ID!) {
      event: deleteChecklistItem(itemId: $itemId, commandId: $commandId) {
        ...Event
      }
    }
  `),
  convertChecklistItem: graphql(`
    mutation ConvertChecklistItem($itemId: ID!, $commandId: ID!) {
      event: convertChecklistItem(itemId: $itemId, commandId: $commandId) {
        ...Event
      }
    }
  `),
  followTask: graphql(`
    mutation FollowTask($taskId: ID!, $commandId: ID!, $follows: Boolean!) {
      event: followTask(taskId: $taskId, commandId: $commandId, follows: $follows) {
        ...Event
      }
    }
  `),
  counterDeadline: graphql(`
    mutation CounterDeadline($input: CounterInput!) {
      event: counterDeadline(input: $input) {
        ...Event
      }
    }
  `),
  answerCounter: graphql(`
    mutation AnswerCounter($input: AnswerCounterInput!) {
      event: answerCounter(input: $input) {
        ...Event
      }
    }
  `),
  offerHandoff: graphql(`
    mutation OfferHandoff($input: OfferHandoffInput!) {
      event: offerHandoff(input: $input) {
        ...Event
      }
    }
  `),
  answerHandoff: graphql(`
    mutation AnswerHandoff($input: AnswerHandoffInput!) {
      event: answerHandoff(input: $input) {
        ...Event
      }
    }
  `),
  createCheckIn: graphql(`
    mutation CreateCheckIn($input: CreateCheckInInput!) {
      event: createCheckIn(input: $input) {
        ...Event
      }
    }
  `),
  editCheckIn: graphql(`
    mutation EditCheckIn($input: EditCheckInInput!) {
      event: editCheckIn(input: $input) {
        ...Event
      }
    }
  `),
  answerCheckIn: graphql(`
    mutation AnswerCheckIn($input: AnswerCheckInInput!) {
      event: answerCheckIn(input: $input) {
        ...Event
      }
    }
  `),
  undoCommand: graphql(`
    mutation UndoCommand($undoes: ID!, $commandId: ID!) {
      event: undoCommand(undoes: $undoes, commandId: $commandId) {
        ...Event
      }
    }
  `),
  createDecision: graphql(`
    mutation CreateDecision($input: CreateDecisionInput!) {
      event: createDecision(input: $input) {
        ...Event
      }
    }
  `),
  sendUrgent: graphql(`
    mutation SendUrgent($input: SendUrgentInput!) {
      event: sendUrgent(input: $input) {
        ...Event
      }
    }
  `),
  rateUrgent: graphql(`
    mutation RateUrgent($input: RateUrgentInput!) {
      event: rateUrgent(input: $input) {
        ...Event
      }
    }
  `),
  stepDecision: graphql(`
    mutation StepDecision($input: StepDecisionInput!) {
      event: stepDecision(input: $input) {
        ...Event
      }
    }
  `),
} as const;

export type OperationName = keyof typeof operations;
