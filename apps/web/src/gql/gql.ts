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
    "\n  mutation CreateExample($workspaceId: ID!, $commandId: ID!) {\n    createExampleBoard(workspaceId: $workspaceId, commandId: $commandId) {\n      id\n      key\n    }\n  }\n": typeof types.CreateExampleDocument,
    "\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      id\n      key\n    }\n  }\n": typeof types.CreateBoardDocument,
    "\n  mutation StarBoard($boardId: ID!, $starred: Boolean!) {\n    starBoard(boardId: $boardId, starred: $starred) {\n      id\n      starred\n    }\n  }\n": typeof types.StarBoardDocument,
    "\n  mutation PlaceBoard($boardId: ID!, $afterBoardId: ID) {\n    placeBoard(boardId: $boardId, afterBoardId: $afterBoardId) {\n      id\n      place\n    }\n  }\n": typeof types.PlaceBoardDocument,
    "\n  query Boards($workspaceId: ID!) {\n    boards(workspaceId: $workspaceId) {\n      id\n      name\n      key\n      starred\n      place\n      archivedAt\n      myRole\n    }\n  }\n": typeof types.BoardsDocument,
    "\n  query PutAway($boardId: ID!) {\n    archive(boardId: $boardId) {\n      tasks {\n        id\n        key\n        title\n        columnName\n        at\n      }\n      columns {\n        id\n        name\n        tasks\n        at\n      }\n    }\n    trash(boardId: $boardId) {\n      id\n      key\n      title\n      columnName\n      at\n    }\n  }\n": typeof types.PutAwayDocument,
    "\n  query Guests($boardId: ID!, $workspaceId: ID!) {\n    boardGuests(boardId: $boardId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.GuestsDocument,
    "\n  mutation SetGuest($boardId: ID!, $personId: ID!, $role: GuestRole!) {\n    setBoardGuest(boardId: $boardId, personId: $personId, role: $role) {\n      role\n    }\n  }\n": typeof types.SetGuestDocument,
    "\n  mutation RemoveGuest($boardId: ID!, $personId: ID!) {\n    removeBoardGuest(boardId: $boardId, personId: $personId)\n  }\n": typeof types.RemoveGuestDocument,
    "\n  subscription BoardEvent($boardId: ID!) {\n    boardEvent(boardId: $boardId) {\n      ...Event\n    }\n  }\n": typeof types.BoardEventDocument,
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
    "\n  query Offer($token: String!) {\n    invitation(token: $token) {\n      workspaceName\n      invitedBy\n      role\n      expiresAt\n      claimsName\n    }\n  }\n": typeof types.OfferDocument,
    "\n  mutation Accept($token: String!, $account: AccountInput) {\n    acceptInvitation(token: $token, account: $account) {\n      id\n    }\n  }\n": typeof types.AcceptDocument,
    "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      id\n    }\n  }\n": typeof types.SetUpDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(email: $email, password: $password) {\n      id\n    }\n  }\n": typeof types.SignInDocument,
    "\n  query Session {\n    setup {\n      needed\n      version\n    }\n    me {\n      id\n      name\n      email\n      zone\n    }\n  }\n": typeof types.SessionDocument,
    "\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n    }\n  }\n": typeof types.WorkspacesDocument,
    "\n  query Invitations($workspaceId: ID!) {\n    invitations(workspaceId: $workspaceId) {\n      id\n      role\n      boardId\n      expiresAt\n      claims {\n        id\n        name\n      }\n    }\n  }\n": typeof types.InvitationsDocument,
    "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    createInvitation(input: $input) {\n      token\n    }\n  }\n": typeof types.CreateInvitationDocument,
    "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(id: $id)\n  }\n": typeof types.RevokeInvitationDocument,
    "\n  query Members($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n        email\n        zone\n        placeholder\n      }\n    }\n  }\n": typeof types.MembersDocument,
    "\n  mutation SetRole($workspaceId: ID!, $personId: ID!, $role: WorkspaceRole!) {\n    setMemberRole(workspaceId: $workspaceId, personId: $personId, role: $role) {\n      role\n    }\n  }\n": typeof types.SetRoleDocument,
    "\n  mutation RemoveMember($workspaceId: ID!, $personId: ID!) {\n    removeMember(workspaceId: $workspaceId, personId: $personId)\n  }\n": typeof types.RemoveMemberDocument,
    "\n  mutation EditWorkspace($workspaceId: ID!, $name: String!) {\n    editWorkspace(workspaceId: $workspaceId, name: $name) {\n      id\n      name\n    }\n  }\n": typeof types.EditWorkspaceDocument,
    "\n  mutation EditProfile($input: EditProfileInput!) {\n    editProfile(input: $input) {\n      id\n      name\n      email\n      zone\n    }\n  }\n": typeof types.EditProfileDocument,
    "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": typeof types.SignOutDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  query TaskPlace($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardKey\n      number\n    }\n  }\n": typeof types.TaskPlaceDocument,
    "\n  query TaskDetail($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardId\n      boardKey\n      number\n      key\n      columnId\n      title\n      description\n      descriptionVersion\n      ownerId\n      helperIds\n      labelIds\n      startOn\n      dueOn\n      dueTime\n      doneAt\n      createdAt\n      createdById\n      archivedAt\n      deletedAt\n      sourceUrl\n      checklists {\n        id\n        name\n        items {\n          id\n          checklistId\n          title\n          doneAt\n          ownerId\n          dueOn\n        }\n      }\n      comments {\n        id\n        authorId\n        authorName\n        text\n        createdAt\n        editedAt\n        source\n      }\n      attachments {\n        id\n        name\n        url\n        bytes\n        stayedAtSource\n        createdAt\n      }\n      history {\n        seq\n        at\n        actorId\n        kind\n        fields\n        commandId\n      }\n    }\n  }\n": typeof types.TaskDetailDocument,
};
const documents: Documents = {
    "\n  mutation CreateExample($workspaceId: ID!, $commandId: ID!) {\n    createExampleBoard(workspaceId: $workspaceId, commandId: $commandId) {\n      id\n      key\n    }\n  }\n": types.CreateExampleDocument,
    "\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      id\n      key\n    }\n  }\n": types.CreateBoardDocument,
    "\n  mutation StarBoard($boardId: ID!, $starred: Boolean!) {\n    starBoard(boardId: $boardId, starred: $starred) {\n      id\n      starred\n    }\n  }\n": types.StarBoardDocument,
    "\n  mutation PlaceBoard($boardId: ID!, $afterBoardId: ID) {\n    placeBoard(boardId: $boardId, afterBoardId: $afterBoardId) {\n      id\n      place\n    }\n  }\n": types.PlaceBoardDocument,
    "\n  query Boards($workspaceId: ID!) {\n    boards(workspaceId: $workspaceId) {\n      id\n      name\n      key\n      starred\n      place\n      archivedAt\n      myRole\n    }\n  }\n": types.BoardsDocument,
    "\n  query PutAway($boardId: ID!) {\n    archive(boardId: $boardId) {\n      tasks {\n        id\n        key\n        title\n        columnName\n        at\n      }\n      columns {\n        id\n        name\n        tasks\n        at\n      }\n    }\n    trash(boardId: $boardId) {\n      id\n      key\n      title\n      columnName\n      at\n    }\n  }\n": types.PutAwayDocument,
    "\n  query Guests($boardId: ID!, $workspaceId: ID!) {\n    boardGuests(boardId: $boardId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.GuestsDocument,
    "\n  mutation SetGuest($boardId: ID!, $personId: ID!, $role: GuestRole!) {\n    setBoardGuest(boardId: $boardId, personId: $personId, role: $role) {\n      role\n    }\n  }\n": types.SetGuestDocument,
    "\n  mutation RemoveGuest($boardId: ID!, $personId: ID!) {\n    removeBoardGuest(boardId: $boardId, personId: $personId)\n  }\n": types.RemoveGuestDocument,
    "\n  subscription BoardEvent($boardId: ID!) {\n    boardEvent(boardId: $boardId) {\n      ...Event\n    }\n  }\n": types.BoardEventDocument,
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
    "\n  query Offer($token: String!) {\n    invitation(token: $token) {\n      workspaceName\n      invitedBy\n      role\n      expiresAt\n      claimsName\n    }\n  }\n": types.OfferDocument,
    "\n  mutation Accept($token: String!, $account: AccountInput) {\n    acceptInvitation(token: $token, account: $account) {\n      id\n    }\n  }\n": types.AcceptDocument,
    "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      id\n    }\n  }\n": types.SetUpDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(email: $email, password: $password) {\n      id\n    }\n  }\n": types.SignInDocument,
    "\n  query Session {\n    setup {\n      needed\n      version\n    }\n    me {\n      id\n      name\n      email\n      zone\n    }\n  }\n": types.SessionDocument,
    "\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n    }\n  }\n": types.WorkspacesDocument,
    "\n  query Invitations($workspaceId: ID!) {\n    invitations(workspaceId: $workspaceId) {\n      id\n      role\n      boardId\n      expiresAt\n      claims {\n        id\n        name\n      }\n    }\n  }\n": types.InvitationsDocument,
    "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    createInvitation(input: $input) {\n      token\n    }\n  }\n": types.CreateInvitationDocument,
    "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(id: $id)\n  }\n": types.RevokeInvitationDocument,
    "\n  query Members($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n        email\n        zone\n        placeholder\n      }\n    }\n  }\n": types.MembersDocument,
    "\n  mutation SetRole($workspaceId: ID!, $personId: ID!, $role: WorkspaceRole!) {\n    setMemberRole(workspaceId: $workspaceId, personId: $personId, role: $role) {\n      role\n    }\n  }\n": types.SetRoleDocument,
    "\n  mutation RemoveMember($workspaceId: ID!, $personId: ID!) {\n    removeMember(workspaceId: $workspaceId, personId: $personId)\n  }\n": types.RemoveMemberDocument,
    "\n  mutation EditWorkspace($workspaceId: ID!, $name: String!) {\n    editWorkspace(workspaceId: $workspaceId, name: $name) {\n      id\n      name\n    }\n  }\n": types.EditWorkspaceDocument,
    "\n  mutation EditProfile($input: EditProfileInput!) {\n    editProfile(input: $input) {\n      id\n      name\n      email\n      zone\n    }\n  }\n": types.EditProfileDocument,
    "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n": types.ChangePasswordDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": types.SignOutDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n": types.SignOutEverywhereDocument,
    "\n  query TaskPlace($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardKey\n      number\n    }\n  }\n": types.TaskPlaceDocument,
    "\n  query TaskDetail($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardId\n      boardKey\n      number\n      key\n      columnId\n      title\n      description\n      descriptionVersion\n      ownerId\n      helperIds\n      labelIds\n      startOn\n      dueOn\n      dueTime\n      doneAt\n      createdAt\n      createdById\n      archivedAt\n      deletedAt\n      sourceUrl\n      checklists {\n        id\n        name\n        items {\n          id\n          checklistId\n          title\n          doneAt\n          ownerId\n          dueOn\n        }\n      }\n      comments {\n        id\n        authorId\n        authorName\n        text\n        createdAt\n        editedAt\n        source\n      }\n      attachments {\n        id\n        name\n        url\n        bytes\n        stayedAtSource\n        createdAt\n      }\n      history {\n        seq\n        at\n        actorId\n        kind\n        fields\n        commandId\n      }\n    }\n  }\n": types.TaskDetailDocument,
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
export function graphql(source: "\n  mutation CreateExample($workspaceId: ID!, $commandId: ID!) {\n    createExampleBoard(workspaceId: $workspaceId, commandId: $commandId) {\n      id\n      key\n    }\n  }\n"): (typeof documents)["\n  mutation CreateExample($workspaceId: ID!, $commandId: ID!) {\n    createExampleBoard(workspaceId: $workspaceId, commandId: $commandId) {\n      id\n      key\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      id\n      key\n    }\n  }\n"): (typeof documents)["\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      id\n      key\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StarBoard($boardId: ID!, $starred: Boolean!) {\n    starBoard(boardId: $boardId, starred: $starred) {\n      id\n      starred\n    }\n  }\n"): (typeof documents)["\n  mutation StarBoard($boardId: ID!, $starred: Boolean!) {\n    starBoard(boardId: $boardId, starred: $starred) {\n      id\n      starred\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlaceBoard($boardId: ID!, $afterBoardId: ID) {\n    placeBoard(boardId: $boardId, afterBoardId: $afterBoardId) {\n      id\n      place\n    }\n  }\n"): (typeof documents)["\n  mutation PlaceBoard($boardId: ID!, $afterBoardId: ID) {\n    placeBoard(boardId: $boardId, afterBoardId: $afterBoardId) {\n      id\n      place\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Boards($workspaceId: ID!) {\n    boards(workspaceId: $workspaceId) {\n      id\n      name\n      key\n      starred\n      place\n      archivedAt\n      myRole\n    }\n  }\n"): (typeof documents)["\n  query Boards($workspaceId: ID!) {\n    boards(workspaceId: $workspaceId) {\n      id\n      name\n      key\n      starred\n      place\n      archivedAt\n      myRole\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PutAway($boardId: ID!) {\n    archive(boardId: $boardId) {\n      tasks {\n        id\n        key\n        title\n        columnName\n        at\n      }\n      columns {\n        id\n        name\n        tasks\n        at\n      }\n    }\n    trash(boardId: $boardId) {\n      id\n      key\n      title\n      columnName\n      at\n    }\n  }\n"): (typeof documents)["\n  query PutAway($boardId: ID!) {\n    archive(boardId: $boardId) {\n      tasks {\n        id\n        key\n        title\n        columnName\n        at\n      }\n      columns {\n        id\n        name\n        tasks\n        at\n      }\n    }\n    trash(boardId: $boardId) {\n      id\n      key\n      title\n      columnName\n      at\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Guests($boardId: ID!, $workspaceId: ID!) {\n    boardGuests(boardId: $boardId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Guests($boardId: ID!, $workspaceId: ID!) {\n    boardGuests(boardId: $boardId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetGuest($boardId: ID!, $personId: ID!, $role: GuestRole!) {\n    setBoardGuest(boardId: $boardId, personId: $personId, role: $role) {\n      role\n    }\n  }\n"): (typeof documents)["\n  mutation SetGuest($boardId: ID!, $personId: ID!, $role: GuestRole!) {\n    setBoardGuest(boardId: $boardId, personId: $personId, role: $role) {\n      role\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveGuest($boardId: ID!, $personId: ID!) {\n    removeBoardGuest(boardId: $boardId, personId: $personId)\n  }\n"): (typeof documents)["\n  mutation RemoveGuest($boardId: ID!, $personId: ID!) {\n    removeBoardGuest(boardId: $boardId, personId: $personId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BoardEvent($boardId: ID!) {\n    boardEvent(boardId: $boardId) {\n      ...Event\n    }\n  }\n"): (typeof documents)["\n  subscription BoardEvent($boardId: ID!) {\n    boardEvent(boardId: $boardId) {\n      ...Event\n    }\n  }\n"];
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
export function graphql(source: "\n  query Offer($token: String!) {\n    invitation(token: $token) {\n      workspaceName\n      invitedBy\n      role\n      expiresAt\n      claimsName\n    }\n  }\n"): (typeof documents)["\n  query Offer($token: String!) {\n    invitation(token: $token) {\n      workspaceName\n      invitedBy\n      role\n      expiresAt\n      claimsName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Accept($token: String!, $account: AccountInput) {\n    acceptInvitation(token: $token, account: $account) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation Accept($token: String!, $account: AccountInput) {\n    acceptInvitation(token: $token, account: $account) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(email: $email, password: $password) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(email: $email, password: $password) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Session {\n    setup {\n      needed\n      version\n    }\n    me {\n      id\n      name\n      email\n      zone\n    }\n  }\n"): (typeof documents)["\n  query Session {\n    setup {\n      needed\n      version\n    }\n    me {\n      id\n      name\n      email\n      zone\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n    }\n  }\n"): (typeof documents)["\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Invitations($workspaceId: ID!) {\n    invitations(workspaceId: $workspaceId) {\n      id\n      role\n      boardId\n      expiresAt\n      claims {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Invitations($workspaceId: ID!) {\n    invitations(workspaceId: $workspaceId) {\n      id\n      role\n      boardId\n      expiresAt\n      claims {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    createInvitation(input: $input) {\n      token\n    }\n  }\n"): (typeof documents)["\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    createInvitation(input: $input) {\n      token\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(id: $id)\n  }\n"): (typeof documents)["\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Members($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n        email\n        zone\n        placeholder\n      }\n    }\n  }\n"): (typeof documents)["\n  query Members($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n        email\n        zone\n        placeholder\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetRole($workspaceId: ID!, $personId: ID!, $role: WorkspaceRole!) {\n    setMemberRole(workspaceId: $workspaceId, personId: $personId, role: $role) {\n      role\n    }\n  }\n"): (typeof documents)["\n  mutation SetRole($workspaceId: ID!, $personId: ID!, $role: WorkspaceRole!) {\n    setMemberRole(workspaceId: $workspaceId, personId: $personId, role: $role) {\n      role\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMember($workspaceId: ID!, $personId: ID!) {\n    removeMember(workspaceId: $workspaceId, personId: $personId)\n  }\n"): (typeof documents)["\n  mutation RemoveMember($workspaceId: ID!, $personId: ID!) {\n    removeMember(workspaceId: $workspaceId, personId: $personId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditWorkspace($workspaceId: ID!, $name: String!) {\n    editWorkspace(workspaceId: $workspaceId, name: $name) {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  mutation EditWorkspace($workspaceId: ID!, $name: String!) {\n    editWorkspace(workspaceId: $workspaceId, name: $name) {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditProfile($input: EditProfileInput!) {\n    editProfile(input: $input) {\n      id\n      name\n      email\n      zone\n    }\n  }\n"): (typeof documents)["\n  mutation EditProfile($input: EditProfileInput!) {\n    editProfile(input: $input) {\n      id\n      name\n      email\n      zone\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n"): (typeof documents)["\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n"): (typeof documents)["\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskPlace($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardKey\n      number\n    }\n  }\n"): (typeof documents)["\n  query TaskPlace($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardKey\n      number\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskDetail($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardId\n      boardKey\n      number\n      key\n      columnId\n      title\n      description\n      descriptionVersion\n      ownerId\n      helperIds\n      labelIds\n      startOn\n      dueOn\n      dueTime\n      doneAt\n      createdAt\n      createdById\n      archivedAt\n      deletedAt\n      sourceUrl\n      checklists {\n        id\n        name\n        items {\n          id\n          checklistId\n          title\n          doneAt\n          ownerId\n          dueOn\n        }\n      }\n      comments {\n        id\n        authorId\n        authorName\n        text\n        createdAt\n        editedAt\n        source\n      }\n      attachments {\n        id\n        name\n        url\n        bytes\n        stayedAtSource\n        createdAt\n      }\n      history {\n        seq\n        at\n        actorId\n        kind\n        fields\n        commandId\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskDetail($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardId\n      boardKey\n      number\n      key\n      columnId\n      title\n      description\n      descriptionVersion\n      ownerId\n      helperIds\n      labelIds\n      startOn\n      dueOn\n      dueTime\n      doneAt\n      createdAt\n      createdById\n      archivedAt\n      deletedAt\n      sourceUrl\n      checklists {\n        id\n        name\n        items {\n          id\n          checklistId\n          title\n          doneAt\n          ownerId\n          dueOn\n        }\n      }\n      comments {\n        id\n        authorId\n        authorName\n        text\n        createdAt\n        editedAt\n        source\n      }\n      attachments {\n        id\n        name\n        url\n        bytes\n        stayedAtSource\n        createdAt\n      }\n      history {\n        seq\n        at\n        actorId\n        kind\n        fields\n        commandId\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;