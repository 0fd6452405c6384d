/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query BoardSnapshot($workspaceId: ID!, $key: String!) {\n    boardSnapshot(workspaceId: $workspaceId, key: $key)\n  }\n": typeof types.BoardSnapshotDocument,
    "\n  query BoardEvents($boardId: ID!, $afterSeq: Int!) {\n    boardEvents(boardId: $boardId, afterSeq: $afterSeq) {\n      ...Event\n    }\n  }\n": typeof types.BoardEventsDocument,
    "\n  fragment Event on BoardEvent {\n    boardId\n    seq\n    at\n    actorId\n    kind\n    commandId\n    changes\n    resync\n  }\n": typeof types.EventFragmentDoc,
    "mutation CreateTasks($input: CreateTasksInput!) { event: createTasks(input: $input) { ...Event } }": typeof types.CreateTasksDocument,
    "mutation EditTasks($input: EditTasksInput!) { event: editTasks(input: $input) { ...Event } }": typeof types.EditTasksDocument,
    "mutation EditDescription($input: EditDescriptionInput!) { event: editDescription(input: $input) { ...Event } }": typeof types.EditDescriptionDocument,
    "mutation MoveTasks($input: MoveTasksInput!) { event: moveTasks(input: $input) { ...Event } }": typeof types.MoveTasksDocument,
    "mutation MoveTasksToBoard($input: MoveTasksToBoardInput!) { event: moveTasksToBoard(input: $input) { ...Event } }": typeof types.MoveTasksToBoardDocument,
    "mutation ArchiveTasks($input: TaskSetInput!) { event: archiveTasks(input: $input) { ...Event } }": typeof types.ArchiveTasksDocument,
    "mutation DeleteTasks($input: TaskSetInput!) { event: deleteTasks(input: $input) { ...Event } }": typeof types.DeleteTasksDocument,
    "mutation RestoreTasks($input: TaskSetInput!) { event: restoreTasks(input: $input) { ...Event } }": typeof types.RestoreTasksDocument,
    "mutation CreateColumn($input: CreateColumnInput!) { event: createColumn(input: $input) { ...Event } }": typeof types.CreateColumnDocument,
    "mutation EditColumn($input: EditColumnInput!) { event: editColumn(input: $input) { ...Event } }": typeof types.EditColumnDocument,
    "mutation MoveColumn($columnId: ID!, $commandId: ID!, $afterColumnId: ID) { event: moveColumn(columnId: $columnId, commandId: $commandId, afterColumnId: $afterColumnId) { ...Event } }": typeof types.MoveColumnDocument,
    "mutation ArchiveColumn($columnId: ID!, $commandId: ID!, $archived: Boolean!) { event: archiveColumn(columnId: $columnId, commandId: $commandId, archived: $archived) { ...Event } }": typeof types.ArchiveColumnDocument,
    "mutation EditBoard($input: EditBoardInput!) { event: editBoard(input: $input) { ...Event } }": typeof types.EditBoardDocument,
    "mutation ArchiveBoard($boardId: ID!, $commandId: ID!, $archived: Boolean!) { event: archiveBoard(boardId: $boardId, commandId: $commandId, archived: $archived) { ...Event } }": typeof types.ArchiveBoardDocument,
    "mutation CreateLabel($input: CreateLabelInput!) { event: createLabel(input: $input) { ...Event } }": typeof types.CreateLabelDocument,
    "mutation EditLabel($input: EditLabelInput!) { event: editLabel(input: $input) { ...Event } }": typeof types.EditLabelDocument,
    "mutation DeleteLabel($labelId: ID!, $commandId: ID!) { event: deleteLabel(labelId: $labelId, commandId: $commandId) { ...Event } }": typeof types.DeleteLabelDocument,
    "mutation CreateChecklist($input: CreateChecklistInput!) { event: createChecklist(input: $input) { ...Event } }": typeof types.CreateChecklistDocument,
    "mutation EditChecklist($checklistId: ID!, $commandId: ID!, $name: String!) { event: editChecklist(checklistId: $checklistId, commandId: $commandId, name: $name) { ...Event } }": typeof types.EditChecklistDocument,
    "mutation DeleteChecklist($checklistId: ID!, $commandId: ID!) { event: deleteChecklist(checklistId: $checklistId, commandId: $commandId) { ...Event } }": typeof types.DeleteChecklistDocument,
    "mutation CreateChecklistItems($input: CreateChecklistItemsInput!) { event: createChecklistItems(input: $input) { ...Event } }": typeof types.CreateChecklistItemsDocument,
    "mutation EditChecklistItem($input: EditChecklistItemInput!) { event: editChecklistItem(input: $input) { ...Event } }": typeof types.EditChecklistItemDocument,
    "mutation MoveChecklistItem($itemId: ID!, $commandId: ID!, $checklistId: ID!, $afterItemId: ID) { event: moveChecklistItem(itemId: $itemId, commandId: $commandId, checklistId: $checklistId, afterItemId: $afterItemId) { ...Event } }": typeof types.MoveChecklistItemDocument,
    "mutation DeleteChecklistItem($itemId: ID!, $commandId: ID!) { event: deleteChecklistItem(itemId: $itemId, commandId: $commandId) { ...Event } }": typeof types.DeleteChecklistItemDocument,
    "mutation ConvertChecklistItem($itemId: ID!, $commandId: ID!) { event: convertChecklistItem(itemId: $itemId, commandId: $commandId) { ...Event } }": typeof types.ConvertChecklistItemDocument,
    "mutation UndoCommand($undoes: ID!, $commandId: ID!) { event: undoCommand(undoes: $undoes, commandId: $commandId) { ...Event } }": typeof types.UndoCommandDocument,
    "\n  query Session {\n    setup {\n      needed\n      version\n    }\n    me {\n      id\n      name\n      email\n      zone\n    }\n  }\n": typeof types.SessionDocument,
    "\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n    }\n  }\n": typeof types.WorkspacesDocument,
};
const documents: Documents = {
    "\n  query BoardSnapshot($workspaceId: ID!, $key: String!) {\n    boardSnapshot(workspaceId: $workspaceId, key: $key)\n  }\n": types.BoardSnapshotDocument,
    "\n  query BoardEvents($boardId: ID!, $afterSeq: Int!) {\n    boardEvents(boardId: $boardId, afterSeq: $afterSeq) {\n      ...Event\n    }\n  }\n": types.BoardEventsDocument,
    "\n  fragment Event on BoardEvent {\n    boardId\n    seq\n    at\n    actorId\n    kind\n    commandId\n    changes\n    resync\n  }\n": types.EventFragmentDoc,
    "mutation CreateTasks($input: CreateTasksInput!) { event: createTasks(input: $input) { ...Event } }": types.CreateTasksDocument,
    "mutation EditTasks($input: EditTasksInput!) { event: editTasks(input: $input) { ...Event } }": types.EditTasksDocument,
    "mutation EditDescription($input: EditDescriptionInput!) { event: editDescription(input: $input) { ...Event } }": types.EditDescriptionDocument,
    "mutation MoveTasks($input: MoveTasksInput!) { event: moveTasks(input: $input) { ...Event } }": types.MoveTasksDocument,
    "mutation MoveTasksToBoard($input: MoveTasksToBoardInput!) { event: moveTasksToBoard(input: $input) { ...Event } }": types.MoveTasksToBoardDocument,
    "mutation ArchiveTasks($input: TaskSetInput!) { event: archiveTasks(input: $input) { ...Event } }": types.ArchiveTasksDocument,
    "mutation DeleteTasks($input: TaskSetInput!) { event: deleteTasks(input: $input) { ...Event } }": types.DeleteTasksDocument,
    "mutation RestoreTasks($input: TaskSetInput!) { event: restoreTasks(input: $input) { ...Event } }": types.RestoreTasksDocument,
    "mutation CreateColumn($input: CreateColumnInput!) { event: createColumn(input: $input) { ...Event } }": types.CreateColumnDocument,
    "mutation EditColumn($input: EditColumnInput!) { event: editColumn(input: $input) { ...Event } }": types.EditColumnDocument,
    "mutation MoveColumn($columnId: ID!, $commandId: ID!, $afterColumnId: ID) { event: moveColumn(columnId: $columnId, commandId: $commandId, afterColumnId: $afterColumnId) { ...Event } }": types.MoveColumnDocument,
    "mutation ArchiveColumn($columnId: ID!, $commandId: ID!, $archived: Boolean!) { event: archiveColumn(columnId: $columnId, commandId: $commandId, archived: $archived) { ...Event } }": types.ArchiveColumnDocument,
    "mutation EditBoard($input: EditBoardInput!) { event: editBoard(input: $input) { ...Event } }": types.EditBoardDocument,
    "mutation ArchiveBoard($boardId: ID!, $commandId: ID!, $archived: Boolean!) { event: archiveBoard(boardId: $boardId, commandId: $commandId, archived: $archived) { ...Event } }": types.ArchiveBoardDocument,
    "mutation CreateLabel($input: CreateLabelInput!) { event: createLabel(input: $input) { ...Event } }": types.CreateLabelDocument,
    "mutation EditLabel($input: EditLabelInput!) { event: editLabel(input: $input) { ...Event } }": types.EditLabelDocument,
    "mutation DeleteLabel($labelId: ID!, $commandId: ID!) { event: deleteLabel(labelId: $labelId, commandId: $commandId) { ...Event } }": types.DeleteLabelDocument,
    "mutation CreateChecklist($input: CreateChecklistInput!) { event: createChecklist(input: $input) { ...Event } }": types.CreateChecklistDocument,
    "mutation EditChecklist($checklistId: ID!, $commandId: ID!, $name: String!) { event: editChecklist(checklistId: $checklistId, commandId: $commandId, name: $name) { ...Event } }": types.EditChecklistDocument,
    "mutation DeleteChecklist($checklistId: ID!, $commandId: ID!) { event: deleteChecklist(checklistId: $checklistId, commandId: $commandId) { ...Event } }": types.DeleteChecklistDocument,
    "mutation CreateChecklistItems($input: CreateChecklistItemsInput!) { event: createChecklistItems(input: $input) { ...Event } }": types.CreateChecklistItemsDocument,
    "mutation EditChecklistItem($input: EditChecklistItemInput!) { event: editChecklistItem(input: $input) { ...Event } }": types.EditChecklistItemDocument,
    "mutation MoveChecklistItem($itemId: ID!, $commandId: ID!, $checklistId: ID!, $afterItemId: ID) { event: moveChecklistItem(itemId: $itemId, commandId: $commandId, checklistId: $checklistId, afterItemId: $afterItemId) { ...Event } }": types.MoveChecklistItemDocument,
    "mutation DeleteChecklistItem($itemId: ID!, $commandId: ID!) { event: deleteChecklistItem(itemId: $itemId, commandId: $commandId) { ...Event } }": types.DeleteChecklistItemDocument,
    "mutation ConvertChecklistItem($itemId: ID!, $commandId: ID!) { event: convertChecklistItem(itemId: $itemId, commandId: $commandId) { ...Event } }": types.ConvertChecklistItemDocument,
    "mutation UndoCommand($undoes: ID!, $commandId: ID!) { event: undoCommand(undoes: $undoes, commandId: $commandId) { ...Event } }": types.UndoCommandDocument,
    "\n  query Session {\n    setup {\n      needed\n      version\n    }\n    me {\n      id\n      name\n      email\n      zone\n    }\n  }\n": types.SessionDocument,
    "\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n    }\n  }\n": types.WorkspacesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardSnapshot($workspaceId: ID!, $key: String!) {\n    boardSnapshot(workspaceId: $workspaceId, key: $key)\n  }\n"): (typeof documents)["\n  query BoardSnapshot($workspaceId: ID!, $key: String!) {\n    boardSnapshot(workspaceId: $workspaceId, key: $key)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardEvents($boardId: ID!, $afterSeq: Int!) {\n    boardEvents(boardId: $boardId, afterSeq: $afterSeq) {\n      ...Event\n    }\n  }\n"): (typeof documents)["\n  query BoardEvents($boardId: ID!, $afterSeq: Int!) {\n    boardEvents(boardId: $boardId, afterSeq: $afterSeq) {\n      ...Event\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Event on BoardEvent {\n    boardId\n    seq\n    at\n    actorId\n    kind\n    commandId\n    changes\n    resync\n  }\n"): (typeof documents)["\n  fragment Event on BoardEvent {\n    boardId\n    seq\n    at\n    actorId\n    kind\n    commandId\n    changes\n    resync\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateTasks($input: CreateTasksInput!) { event: createTasks(input: $input) { ...Event } }"): (typeof documents)["mutation CreateTasks($input: CreateTasksInput!) { event: createTasks(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EditTasks($input: EditTasksInput!) { event: editTasks(input: $input) { ...Event } }"): (typeof documents)["mutation EditTasks($input: EditTasksInput!) { event: editTasks(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EditDescription($input: EditDescriptionInput!) { event: editDescription(input: $input) { ...Event } }"): (typeof documents)["mutation EditDescription($input: EditDescriptionInput!) { event: editDescription(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation MoveTasks($input: MoveTasksInput!) { event: moveTasks(input: $input) { ...Event } }"): (typeof documents)["mutation MoveTasks($input: MoveTasksInput!) { event: moveTasks(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation MoveTasksToBoard($input: MoveTasksToBoardInput!) { event: moveTasksToBoard(input: $input) { ...Event } }"): (typeof documents)["mutation MoveTasksToBoard($input: MoveTasksToBoardInput!) { event: moveTasksToBoard(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ArchiveTasks($input: TaskSetInput!) { event: archiveTasks(input: $input) { ...Event } }"): (typeof documents)["mutation ArchiveTasks($input: TaskSetInput!) { event: archiveTasks(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteTasks($input: TaskSetInput!) { event: deleteTasks(input: $input) { ...Event } }"): (typeof documents)["mutation DeleteTasks($input: TaskSetInput!) { event: deleteTasks(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RestoreTasks($input: TaskSetInput!) { event: restoreTasks(input: $input) { ...Event } }"): (typeof documents)["mutation RestoreTasks($input: TaskSetInput!) { event: restoreTasks(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateColumn($input: CreateColumnInput!) { event: createColumn(input: $input) { ...Event } }"): (typeof documents)["mutation CreateColumn($input: CreateColumnInput!) { event: createColumn(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EditColumn($input: EditColumnInput!) { event: editColumn(input: $input) { ...Event } }"): (typeof documents)["mutation EditColumn($input: EditColumnInput!) { event: editColumn(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation MoveColumn($columnId: ID!, $commandId: ID!, $afterColumnId: ID) { event: moveColumn(columnId: $columnId, commandId: $commandId, afterColumnId: $afterColumnId) { ...Event } }"): (typeof documents)["mutation MoveColumn($columnId: ID!, $commandId: ID!, $afterColumnId: ID) { event: moveColumn(columnId: $columnId, commandId: $commandId, afterColumnId: $afterColumnId) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ArchiveColumn($columnId: ID!, $commandId: ID!, $archived: Boolean!) { event: archiveColumn(columnId: $columnId, commandId: $commandId, archived: $archived) { ...Event } }"): (typeof documents)["mutation ArchiveColumn($columnId: ID!, $commandId: ID!, $archived: Boolean!) { event: archiveColumn(columnId: $columnId, commandId: $commandId, archived: $archived) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EditBoard($input: EditBoardInput!) { event: editBoard(input: $input) { ...Event } }"): (typeof documents)["mutation EditBoard($input: EditBoardInput!) { event: editBoard(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ArchiveBoard($boardId: ID!, $commandId: ID!, $archived: Boolean!) { event: archiveBoard(boardId: $boardId, commandId: $commandId, archived: $archived) { ...Event } }"): (typeof documents)["mutation ArchiveBoard($boardId: ID!, $commandId: ID!, $archived: Boolean!) { event: archiveBoard(boardId: $boardId, commandId: $commandId, archived: $archived) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateLabel($input: CreateLabelInput!) { event: createLabel(input: $input) { ...Event } }"): (typeof documents)["mutation CreateLabel($input: CreateLabelInput!) { event: createLabel(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EditLabel($input: EditLabelInput!) { event: editLabel(input: $input) { ...Event } }"): (typeof documents)["mutation EditLabel($input: EditLabelInput!) { event: editLabel(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteLabel($labelId: ID!, $commandId: ID!) { event: deleteLabel(labelId: $labelId, commandId: $commandId) { ...Event } }"): (typeof documents)["mutation DeleteLabel($labelId: ID!, $commandId: ID!) { event: deleteLabel(labelId: $labelId, commandId: $commandId) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateChecklist($input: CreateChecklistInput!) { event: createChecklist(input: $input) { ...Event } }"): (typeof documents)["mutation CreateChecklist($input: CreateChecklistInput!) { event: createChecklist(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EditChecklist($checklistId: ID!, $commandId: ID!, $name: String!) { event: editChecklist(checklistId: $checklistId, commandId: $commandId, name: $name) { ...Event } }"): (typeof documents)["mutation EditChecklist($checklistId: ID!, $commandId: ID!, $name: String!) { event: editChecklist(checklistId: $checklistId, commandId: $commandId, name: $name) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteChecklist($checklistId: ID!, $commandId: ID!) { event: deleteChecklist(checklistId: $checklistId, commandId: $commandId) { ...Event } }"): (typeof documents)["mutation DeleteChecklist($checklistId: ID!, $commandId: ID!) { event: deleteChecklist(checklistId: $checklistId, commandId: $commandId) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateChecklistItems($input: CreateChecklistItemsInput!) { event: createChecklistItems(input: $input) { ...Event } }"): (typeof documents)["mutation CreateChecklistItems($input: CreateChecklistItemsInput!) { event: createChecklistItems(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EditChecklistItem($input: EditChecklistItemInput!) { event: editChecklistItem(input: $input) { ...Event } }"): (typeof documents)["mutation EditChecklistItem($input: EditChecklistItemInput!) { event: editChecklistItem(input: $input) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation MoveChecklistItem($itemId: ID!, $commandId: ID!, $checklistId: ID!, $afterItemId: ID) { event: moveChecklistItem(itemId: $itemId, commandId: $commandId, checklistId: $checklistId, afterItemId: $afterItemId) { ...Event } }"): (typeof documents)["mutation MoveChecklistItem($itemId: ID!, $commandId: ID!, $checklistId: ID!, $afterItemId: ID) { event: moveChecklistItem(itemId: $itemId, commandId: $commandId, checklistId: $checklistId, afterItemId: $afterItemId) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteChecklistItem($itemId: ID!, $commandId: ID!) { event: deleteChecklistItem(itemId: $itemId, commandId: $commandId) { ...Event } }"): (typeof documents)["mutation DeleteChecklistItem($itemId: ID!, $commandId: ID!) { event: deleteChecklistItem(itemId: $itemId, commandId: $commandId) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ConvertChecklistItem($itemId: ID!, $commandId: ID!) { event: convertChecklistItem(itemId: $itemId, commandId: $commandId) { ...Event } }"): (typeof documents)["mutation ConvertChecklistItem($itemId: ID!, $commandId: ID!) { event: convertChecklistItem(itemId: $itemId, commandId: $commandId) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UndoCommand($undoes: ID!, $commandId: ID!) { event: undoCommand(undoes: $undoes, commandId: $commandId) { ...Event } }"): (typeof documents)["mutation UndoCommand($undoes: ID!, $commandId: ID!) { event: undoCommand(undoes: $undoes, commandId: $commandId) { ...Event } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Session {\n    setup {\n      needed\n      version\n    }\n    me {\n      id\n      name\n      email\n      zone\n    }\n  }\n"): (typeof documents)["\n  query Session {\n    setup {\n      needed\n      version\n    }\n    me {\n      id\n      name\n      email\n      zone\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n    }\n  }\n"): (typeof documents)["\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;