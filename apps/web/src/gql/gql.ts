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
    "\n  query PutAway($boardId: ID!) {\n    archive(boardId: $boardId) {\n      tasks {\n        id\n        key\n        title\n        columnName\n        at\n      }\n      columns {\n        id\n        name\n        tasks\n        at\n      }\n    }\n    trash(boardId: $boardId) {\n      id\n      key\n      title\n      columnName\n      at\n    }\n  }\n": typeof types.PutAwayDocument,
    "\n  query BoardReminders($boardId: ID!) {\n    boardReminders(boardId: $boardId)\n  }\n": typeof types.BoardRemindersDocument,
    "\n  mutation SetBoardReminders($boardId: ID!, $commandId: ID!, $ladder: Json) {\n    setBoardReminders(boardId: $boardId, commandId: $commandId, ladder: $ladder) {\n      boardId\n      seq\n    }\n  }\n": typeof types.SetBoardRemindersDocument,
    "\n  query Guests($boardId: ID!, $workspaceId: ID!) {\n    boardGuests(boardId: $boardId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.GuestsDocument,
    "\n  mutation SetGuest($boardId: ID!, $personId: ID!, $role: GuestRole!) {\n    setBoardGuest(boardId: $boardId, personId: $personId, role: $role) {\n      role\n    }\n  }\n": typeof types.SetGuestDocument,
    "\n  mutation RemoveGuest($boardId: ID!, $personId: ID!) {\n    removeBoardGuest(boardId: $boardId, personId: $personId)\n  }\n": typeof types.RemoveGuestDocument,
    "\n  query BoardAddress($boardId: ID!) {\n    boardAddress(boardId: $boardId)\n  }\n": typeof types.BoardAddressDocument,
    "\n  mutation RenewBoardAddress($boardId: ID!) {\n    renewBoardAddress(boardId: $boardId)\n  }\n": typeof types.RenewBoardAddressDocument,
    "\n  subscription BoardEvent($boardId: ID!) {\n    boardEvent(boardId: $boardId) {\n      ...Event\n    }\n  }\n": typeof types.BoardEventDocument,
    "\n  query CheckIns($boardId: ID!) {\n    checkIns(boardId: $boardId)\n  }\n": typeof types.CheckInsDocument,
    "\n  query CheckInDay($checkInId: ID!, $on: Day!) {\n    checkInDay(checkInId: $checkInId, on: $on)\n  }\n": typeof types.CheckInDayDocument,
    "\n  query BoardSnapshot($workspaceId: ID!, $key: String!) {\n    boardSnapshot(workspaceId: $workspaceId, key: $key)\n  }\n": typeof types.BoardSnapshotDocument,
    "\n  query BoardEvents($boardId: ID!, $afterSeq: Int!) {\n    boardEvents(boardId: $boardId, afterSeq: $afterSeq) {\n      ...Event\n    }\n  }\n": typeof types.BoardEventsDocument,
    "\n  fragment Event on BoardEvent {\n    boardId\n    seq\n    at\n    actorId\n    kind\n    commandId\n    changes\n    resync\n  }\n": typeof types.EventFragmentDoc,
    "\n    mutation CreateTasks($input: CreateTasksInput!) {\n      event: createTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.CreateTasksDocument,
    "\n    mutation EditTasks($input: EditTasksInput!) {\n      event: editTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.EditTasksDocument,
    "\n    mutation EditDescription($input: EditDescriptionInput!) {\n      event: editDescription(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.EditDescriptionDocument,
    "\n    mutation MoveTasks($input: MoveTasksInput!) {\n      event: moveTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.MoveTasksDocument,
    "\n    mutation MoveTasksToBoard($input: MoveTasksToBoardInput!) {\n      event: moveTasksToBoard(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.MoveTasksToBoardDocument,
    "\n    mutation KeepTasks($input: TaskSetInput!) {\n      event: keepTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.KeepTasksDocument,
    "\n    mutation PublishStatus($input: PublishStatusInput!) {\n      event: publishStatus(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.PublishStatusDocument,
    "\n    mutation AcknowledgeStatus($input: AcknowledgeStatusInput!) {\n      event: acknowledgeStatus(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.AcknowledgeStatusDocument,
    "\n    mutation ArchiveTasks($input: TaskSetInput!) {\n      event: archiveTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.ArchiveTasksDocument,
    "\n    mutation DeleteTasks($input: TaskSetInput!) {\n      event: deleteTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.DeleteTasksDocument,
    "\n    mutation RestoreTasks($input: TaskSetInput!) {\n      event: restoreTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.RestoreTasksDocument,
    "\n    mutation PostComment($input: PostCommentInput!) {\n      event: postComment(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.PostCommentDocument,
    "\n    mutation EditComment($input: EditCommentInput!) {\n      event: editComment(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.EditCommentDocument,
    "\n    mutation React($input: ReactInput!) {\n      event: react(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.ReactDocument,
    "\n    mutation AddFiles($input: AddFilesInput!) {\n      event: addFiles(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.AddFilesDocument,
    "\n    mutation EditFile($input: EditFileInput!) {\n      event: editFile(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.EditFileDocument,
    "\n    mutation StepAsk($input: StepAskInput!) {\n      event: stepAsk(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.StepAskDocument,
    "\n    mutation CreateColumn($input: CreateColumnInput!) {\n      event: createColumn(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.CreateColumnDocument,
    "\n    mutation EditColumn($input: EditColumnInput!) {\n      event: editColumn(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.EditColumnDocument,
    "\n    mutation MoveColumn($columnId: ID!, $commandId: ID!, $afterColumnId: ID) {\n      event: moveColumn(columnId: $columnId, commandId: $commandId, afterColumnId: $afterColumnId) {\n        ...Event\n      }\n    }\n  ": typeof types.MoveColumnDocument,
    "\n    mutation ArchiveColumn($columnId: ID!, $commandId: ID!, $archived: Boolean!) {\n      event: archiveColumn(columnId: $columnId, commandId: $commandId, archived: $archived) {\n        ...Event\n      }\n    }\n  ": typeof types.ArchiveColumnDocument,
    "\n    mutation EditBoard($input: EditBoardInput!) {\n      event: editBoard(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.EditBoardDocument,
    "\n    mutation ArchiveBoard($boardId: ID!, $commandId: ID!, $archived: Boolean!) {\n      event: archiveBoard(boardId: $boardId, commandId: $commandId, archived: $archived) {\n        ...Event\n      }\n    }\n  ": typeof types.ArchiveBoardDocument,
    "\n    mutation CreateLabel($input: CreateLabelInput!) {\n      event: createLabel(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.CreateLabelDocument,
    "\n    mutation EditLabel($input: EditLabelInput!) {\n      event: editLabel(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.EditLabelDocument,
    "\n    mutation DeleteLabel($labelId: ID!, $commandId: ID!) {\n      event: deleteLabel(labelId: $labelId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  ": typeof types.DeleteLabelDocument,
    "\n    mutation CreateChecklist($input: CreateChecklistInput!) {\n      event: createChecklist(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.CreateChecklistDocument,
    "\n    mutation EditChecklist($checklistId: ID!, $commandId: ID!, $name: String!) {\n      event: editChecklist(checklistId: $checklistId, commandId: $commandId, name: $name) {\n        ...Event\n      }\n    }\n  ": typeof types.EditChecklistDocument,
    "\n    mutation DeleteChecklist($checklistId: ID!, $commandId: ID!) {\n      event: deleteChecklist(checklistId: $checklistId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  ": typeof types.DeleteChecklistDocument,
    "\n    mutation CreateChecklistItems($input: CreateChecklistItemsInput!) {\n      event: createChecklistItems(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.CreateChecklistItemsDocument,
    "\n    mutation EditChecklistItem($input: EditChecklistItemInput!) {\n      event: editChecklistItem(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.EditChecklistItemDocument,
    "\n    mutation MoveChecklistItem($itemId: ID!, $commandId: ID!, $checklistId: ID!, $afterItemId: ID) {\n      event: moveChecklistItem(itemId: $itemId, commandId: $commandId, checklistId: $checklistId, afterItemId: $afterItemId) {\n        ...Event\n      }\n    }\n  ": typeof types.MoveChecklistItemDocument,
    "\n    mutation DeleteChecklistItem($itemId: ID!, $commandId: ID!) {\n      event: deleteChecklistItem(itemId: $itemId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  ": typeof types.DeleteChecklistItemDocument,
    "\n    mutation ConvertChecklistItem($itemId: ID!, $commandId: ID!) {\n      event: convertChecklistItem(itemId: $itemId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  ": typeof types.ConvertChecklistItemDocument,
    "\n    mutation FollowTask($taskId: ID!, $commandId: ID!, $follows: Boolean!) {\n      event: followTask(taskId: $taskId, commandId: $commandId, follows: $follows) {\n        ...Event\n      }\n    }\n  ": typeof types.FollowTaskDocument,
    "\n    mutation CounterDeadline($input: CounterInput!) {\n      event: counterDeadline(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.CounterDeadlineDocument,
    "\n    mutation AnswerCounter($input: AnswerCounterInput!) {\n      event: answerCounter(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.AnswerCounterDocument,
    "\n    mutation OfferHandoff($input: OfferHandoffInput!) {\n      event: offerHandoff(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.OfferHandoffDocument,
    "\n    mutation AnswerHandoff($input: AnswerHandoffInput!) {\n      event: answerHandoff(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.AnswerHandoffDocument,
    "\n    mutation CreateCheckIn($input: CreateCheckInInput!) {\n      event: createCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.CreateCheckInDocument,
    "\n    mutation EditCheckIn($input: EditCheckInInput!) {\n      event: editCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.EditCheckInDocument,
    "\n    mutation AnswerCheckIn($input: AnswerCheckInInput!) {\n      event: answerCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.AnswerCheckInDocument,
    "\n    mutation UndoCommand($undoes: ID!, $commandId: ID!) {\n      event: undoCommand(undoes: $undoes, commandId: $commandId) {\n        ...Event\n      }\n    }\n  ": typeof types.UndoCommandDocument,
    "\n    mutation CreateDecision($input: CreateDecisionInput!) {\n      event: createDecision(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.CreateDecisionDocument,
    "\n    mutation SendUrgent($input: SendUrgentInput!) {\n      event: sendUrgent(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.SendUrgentDocument,
    "\n    mutation RateUrgent($input: RateUrgentInput!) {\n      event: rateUrgent(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.RateUrgentDocument,
    "\n    mutation StepDecision($input: StepDecisionInput!) {\n      event: stepDecision(input: $input) {\n        ...Event\n      }\n    }\n  ": typeof types.StepDecisionDocument,
    "\n  query Decision($workspaceId: ID!, $key: String!, $number: Int!) {\n    decision(workspaceId: $workspaceId, key: $key, number: $number)\n  }\n": typeof types.DecisionDocument,
    "\n  query Decisions($workspaceId: ID!, $boardId: ID, $search: String) {\n    decisions(workspaceId: $workspaceId, boardId: $boardId, search: $search)\n  }\n": typeof types.DecisionsDocument,
    "\n  query TaskDecisions($taskId: ID!) {\n    taskDecisions(taskId: $taskId)\n  }\n": typeof types.TaskDecisionsDocument,
    "\n  query VerifyDecisions($workspaceId: ID!, $boardId: ID) {\n    verifyDecisions(workspaceId: $workspaceId, boardId: $boardId)\n  }\n": typeof types.VerifyDecisionsDocument,
    "\n  query Emoji($workspaceId: ID!) {\n    emoji(workspaceId: $workspaceId) {\n      id\n      name\n      url\n      byId\n      byName\n    }\n  }\n": typeof types.EmojiDocument,
    "\n  mutation PreviewImport($input: ImportInput!) {\n    previewImport(input: $input) {\n      boardName\n      receipt\n    }\n  }\n": typeof types.PreviewImportDocument,
    "\n  mutation RunImport($input: ImportInput!) {\n    runImport(input: $input) {\n      id\n      boardKey\n    }\n  }\n": typeof types.RunImportDocument,
    "\n  query Imports($workspaceId: ID!) {\n    imports(workspaceId: $workspaceId) {\n      id\n      boardKey\n      boardName\n      at\n      undoableUntil\n      undoneAt\n      by {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ImportsDocument,
    "\n  mutation UndoImport($id: ID!) {\n    undoImport(id: $id) {\n      id\n      undoneAt\n    }\n  }\n": typeof types.UndoImportDocument,
    "\n  query PeopleToMatch($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.PeopleToMatchDocument,
    "\n  query People($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n        zone\n        calendar\n        status\n        placeholder\n      }\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  mutation EditCalendar($input: EditCalendarInput!) {\n    editCalendar(input: $input) {\n      id\n      zone\n      calendar\n      calendarConfirmed\n      urgent\n    }\n  }\n": typeof types.EditCalendarDocument,
    "\n  query Holidays($region: String!, $year: Int!) {\n    holidays(region: $region, year: $year) {\n      date\n      name\n    }\n  }\n": typeof types.HolidaysDocument,
    "\n  query WorkspaceSchedule($workspaceId: ID!) {\n    workspaceSchedule(workspaceId: $workspaceId)\n  }\n": typeof types.WorkspaceScheduleDocument,
    "\n  query Search($input: SearchInput!) {\n    search(input: $input)\n  }\n": typeof types.SearchDocument,
    "\n  query Offer($token: String!) {\n    invitation(token: $token) {\n      workspaceName\n      invitedBy\n      role\n      expiresAt\n      claimsName\n    }\n  }\n": typeof types.OfferDocument,
    "\n  mutation Accept($token: String!, $account: AccountInput) {\n    acceptInvitation(token: $token, account: $account) {\n      id\n    }\n  }\n": typeof types.AcceptDocument,
    "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      id\n    }\n  }\n": typeof types.SetUpDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(email: $email, password: $password) {\n      id\n    }\n  }\n": typeof types.SignInDocument,
    "\n  query Session {\n    setup {\n      needed\n      version\n      clockRules\n    }\n    me {\n      id\n      name\n      email\n      zone\n      calendar\n      calendarConfirmed\n      status\n    }\n  }\n": typeof types.SessionDocument,
    "\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n      norms\n      quietDays\n      language\n    }\n  }\n": typeof types.WorkspacesDocument,
    "\n  query MailArrivals($workspaceId: ID!, $before: DateTime) {\n    mailArrivals(workspaceId: $workspaceId, before: $before) {\n      key\n      sender\n      recipient\n      outcome\n      why\n      taskKey\n      at\n    }\n  }\n": typeof types.MailArrivalsDocument,
    "\n  query Feeds($workspaceId: ID!) {\n    feeds(workspaceId: $workspaceId) {\n      id\n      boardId\n      boardName\n      createdAt\n    }\n  }\n": typeof types.FeedsDocument,
    "\n  mutation CreateFeed($workspaceId: ID!, $boardId: ID) {\n    createFeed(workspaceId: $workspaceId, boardId: $boardId) {\n      path\n      feed {\n        id\n      }\n    }\n  }\n": typeof types.CreateFeedDocument,
    "\n  mutation RevokeFeed($id: ID!) {\n    revokeFeed(id: $id)\n  }\n": typeof types.RevokeFeedDocument,
    "\n  query Deliveries($workspaceId: ID!) {\n    deliveriesToMe(workspaceId: $workspaceId)\n    deliveriesByMe(workspaceId: $workspaceId)\n    dueNumber(workspaceId: $workspaceId)\n  }\n": typeof types.DeliveriesDocument,
    "\n  mutation RemoveEmoji($emojiId: ID!) {\n    removeEmoji(emojiId: $emojiId)\n  }\n": typeof types.RemoveEmojiDocument,
    "\n  mutation EditRules($input: EditWorkspaceInput!) {\n    editWorkspace(input: $input) {\n      id\n      name\n      norms\n      quietDays\n    }\n  }\n": typeof types.EditRulesDocument,
    "\n  query Invitations($workspaceId: ID!) {\n    invitations(workspaceId: $workspaceId) {\n      id\n      role\n      boardId\n      expiresAt\n      claims {\n        id\n        name\n      }\n    }\n  }\n": typeof types.InvitationsDocument,
    "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    createInvitation(input: $input) {\n      token\n    }\n  }\n": typeof types.CreateInvitationDocument,
    "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(id: $id)\n  }\n": typeof types.RevokeInvitationDocument,
    "\n  query MailPage($workspaceId: ID!) {\n    mailState(workspaceId: $workspaceId) {\n      on\n      from\n      inbound\n      visit {\n        at\n        trouble\n        troubleSince\n      }\n      refused {\n        personId\n        name\n        email\n        refusedAt\n        refusedWhy\n      }\n    }\n  }\n": typeof types.MailPageDocument,
    "\n  query Outbox($workspaceId: ID!, $before: DateTime) {\n    outbox(workspaceId: $workspaceId, before: $before) {\n      id\n      recipient\n      subject\n      state\n      why\n      tries\n      at\n    }\n  }\n": typeof types.OutboxDocument,
    "\n  mutation TryAddressAgain($workspaceId: ID!, $personId: ID!) {\n    tryAddressAgain(workspaceId: $workspaceId, personId: $personId) {\n      personId\n      refusedAt\n    }\n  }\n": typeof types.TryAddressAgainDocument,
    "\n  query OutboxMail($workspaceId: ID!, $id: ID!) {\n    outboxMail(workspaceId: $workspaceId, id: $id) {\n      id\n      html\n      body\n    }\n  }\n": typeof types.OutboxMailDocument,
    "\n  query DeliveryReport($workspaceId: ID!, $month: String!) {\n    deliveryReport(workspaceId: $workspaceId, month: $month)\n  }\n": typeof types.DeliveryReportDocument,
    "\n  query Members($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n        email\n        zone\n        placeholder\n      }\n    }\n  }\n": typeof types.MembersDocument,
    "\n  mutation SetRole($workspaceId: ID!, $personId: ID!, $role: WorkspaceRole!) {\n    setMemberRole(workspaceId: $workspaceId, personId: $personId, role: $role) {\n      role\n    }\n  }\n": typeof types.SetRoleDocument,
    "\n  mutation RemoveMember($workspaceId: ID!, $personId: ID!) {\n    removeMember(workspaceId: $workspaceId, personId: $personId)\n  }\n": typeof types.RemoveMemberDocument,
    "\n  mutation EditWorkspace($input: EditWorkspaceInput!) {\n    editWorkspace(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.EditWorkspaceDocument,
    "\n  mutation EditProfile($input: EditProfileInput!) {\n    editProfile(input: $input) {\n      id\n      name\n      email\n      zone\n    }\n  }\n": typeof types.EditProfileDocument,
    "\n  query MyReach {\n    myReach {\n      personId\n      email\n      mail\n      push\n      refusedAt\n      refusedWhy\n    }\n  }\n": typeof types.MyReachDocument,
    "\n  mutation ChooseReach($mail: Boolean, $push: Boolean) {\n    chooseReach(mail: $mail, push: $push) {\n      personId\n      mail\n      push\n    }\n  }\n": typeof types.ChooseReachDocument,
    "\n  mutation TryMyAddressAgain($workspaceId: ID!, $personId: ID!) {\n    tryAddressAgain(workspaceId: $workspaceId, personId: $personId) {\n      personId\n      refusedAt\n      refusedWhy\n    }\n  }\n": typeof types.TryMyAddressAgainDocument,
    "\n  query Rhythm($workspaceId: ID!) {\n    me {\n      id\n      urgent\n    }\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n    myReminders\n    holidayRegions {\n      code\n      name\n    }\n  }\n": typeof types.RhythmDocument,
    "\n  mutation SetMyReminders($ladder: Json) {\n    setMyReminders(ladder: $ladder)\n  }\n": typeof types.SetMyRemindersDocument,
    "\n  query SearchLanguages {\n    searchLanguages\n  }\n": typeof types.SearchLanguagesDocument,
    "\n  mutation SetSearchLanguage($workspaceId: ID!, $language: String!) {\n    editWorkspace(input: { workspaceId: $workspaceId, language: $language }) {\n      id\n      language\n    }\n  }\n": typeof types.SetSearchLanguageDocument,
    "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": typeof types.SignOutDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  mutation SetStatus($input: SetStatusInput!) {\n    setStatus(input: $input) {\n      id\n      status\n    }\n  }\n": typeof types.SetStatusDocument,
    "\n  query Webhooks($workspaceId: ID!, $forAll: Boolean!) {\n    webhooks(workspaceId: $workspaceId, forAll: $forAll) {\n      id\n      host\n      format\n      createdAt\n      failingSince\n      disabledAt\n    }\n  }\n": typeof types.WebhooksDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      secret\n      webhook {\n        id\n      }\n    }\n  }\n": typeof types.CreateWebhookDocument,
    "\n  mutation RemoveWebhook($id: ID!) {\n    removeWebhook(id: $id)\n  }\n": typeof types.RemoveWebhookDocument,
    "\n  mutation TestWebhook($id: ID!) {\n    testWebhook(id: $id)\n  }\n": typeof types.TestWebhookDocument,
    "\n  query PushDevices {\n    pushKey\n    pushDevices {\n      id\n      name\n      createdAt\n    }\n  }\n": typeof types.PushDevicesDocument,
    "\n  mutation AddPushDevice($input: AddPushDeviceInput!) {\n    addPushDevice(input: $input) {\n      id\n    }\n  }\n": typeof types.AddPushDeviceDocument,
    "\n  mutation RemovePushDevice($id: ID!) {\n    removePushDevice(id: $id)\n  }\n": typeof types.RemovePushDeviceDocument,
    "\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      id\n      key\n    }\n  }\n": typeof types.CreateBoardDocument,
    "\n  query Owners($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.OwnersDocument,
    "\n  mutation StarBoard($boardId: ID!, $starred: Boolean!) {\n    starBoard(boardId: $boardId, starred: $starred) {\n      id\n      starred\n    }\n  }\n": typeof types.StarBoardDocument,
    "\n  mutation PlaceBoard($boardId: ID!, $afterBoardId: ID) {\n    placeBoard(boardId: $boardId, afterBoardId: $afterBoardId) {\n      id\n      place\n    }\n  }\n": typeof types.PlaceBoardDocument,
    "\n  query Boards($workspaceId: ID!) {\n    boards(workspaceId: $workspaceId) {\n      id\n      name\n      key\n      starred\n      place\n      archivedAt\n      myRole\n    }\n  }\n": typeof types.BoardsDocument,
    "\n  query Today($workspaceId: ID!) {\n    today(workspaceId: $workspaceId)\n  }\n": typeof types.TodayDocument,
    "\n  query TaskPlace($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardKey\n      number\n    }\n  }\n": typeof types.TaskPlaceDocument,
    "\n  query Conversation($taskId: ID!) {\n    conversation(taskId: $taskId)\n  }\n": typeof types.ConversationDocument,
    "\n  query TaskNames($workspaceId: ID!, $keys: [String!]!) {\n    taskNames(workspaceId: $workspaceId, keys: $keys) {\n      key\n      current\n      title\n      done\n    }\n  }\n": typeof types.TaskNamesDocument,
    "\n  query Draft($place: String!) {\n    draft(place: $place)\n  }\n": typeof types.DraftDocument,
    "\n  mutation SaveDraft($place: String!, $text: String!, $more: Json, $base: DateTime) {\n    saveDraft(place: $place, text: $text, more: $more, base: $base)\n  }\n": typeof types.SaveDraftDocument,
    "\n  query TaskDetail($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardId\n      boardKey\n      number\n      key\n      columnId\n      title\n      description\n      descriptionVersion\n      ownerId\n      helperIds\n      labelIds\n      startOn\n      dueOn\n      dueTime\n      dueZone\n      dueAt\n      dueSetById\n      dueHistory\n      revisitOn\n      nextStep\n      requesterId\n      blockerIds\n      followerIds\n      doneAt\n      createdAt\n      createdById\n      archivedAt\n      deletedAt\n      sourceUrl\n      checklists {\n        id\n        name\n        items {\n          id\n          checklistId\n          title\n          doneAt\n          ownerId\n          dueOn\n        }\n      }\n      attachments {\n        id\n        name\n        url\n        bytes\n        stayedAtSource\n        createdAt\n        kind\n        caption\n        width\n        height\n        byId\n        commentId\n        pending\n      }\n      history {\n        seq\n        at\n        actorId\n        kind\n        fields\n        commandId\n        why\n      }\n    }\n  }\n": typeof types.TaskDetailDocument,
    "\n  query Urgent($taskId: ID!) {\n    urgent(taskId: $taskId)\n  }\n": typeof types.UrgentDocument,
    "\n  query StaleTasks($boardId: ID!) {\n    staleTasks(boardId: $boardId)\n  }\n": typeof types.StaleTasksDocument,
    "\n  query StatusDraft($boardId: ID!) {\n    statusDraft(boardId: $boardId)\n  }\n": typeof types.StatusDraftDocument,
    "\n  query BoardStory($boardId: ID!, $since: Day!) {\n    boardStory(boardId: $boardId, since: $since)\n  }\n": typeof types.BoardStoryDocument,
    "\n  query CatchUp($workspaceId: ID!, $allUpdates: Boolean) {\n    catchUp(workspaceId: $workspaceId, allUpdates: $allUpdates)\n  }\n": typeof types.CatchUpDocument,
    "\n  mutation MoveWatermarks($workspaceId: ID!, $boards: [WatermarkInput!]!) {\n    moveWatermarks(workspaceId: $workspaceId, boards: $boards)\n  }\n": typeof types.MoveWatermarksDocument,
    "\n  query LeaveCheck($workspaceId: ID!, $leaveId: ID!) {\n    leaveCheck(workspaceId: $workspaceId, leaveId: $leaveId)\n  }\n": typeof types.LeaveCheckDocument,
    "\n  mutation LeaveAsItIs($workspaceId: ID!, $leaveId: ID!, $key: String!, $asItIs: Boolean!) {\n    leaveAsItIs(workspaceId: $workspaceId, leaveId: $leaveId, key: $key, asItIs: $asItIs)\n  }\n": typeof types.LeaveAsItIsDocument,
    "\n  mutation MarkLines($workspaceId: ID!, $marks: [MarkInput!]!) {\n    markLines(workspaceId: $workspaceId, marks: $marks)\n  }\n": typeof types.MarkLinesDocument,
    "\n  query Names($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.NamesDocument,
    "\n  query StatusUpdates($boardId: ID!) {\n    statusUpdates(boardId: $boardId)\n  }\n": typeof types.StatusUpdatesDocument,
    "\n  query MyWork($workspaceId: ID!) {\n    myWork(workspaceId: $workspaceId)\n  }\n": typeof types.MyWorkDocument,
};
const documents: Documents = {
    "\n  mutation CreateExample($workspaceId: ID!, $commandId: ID!) {\n    createExampleBoard(workspaceId: $workspaceId, commandId: $commandId) {\n      id\n      key\n    }\n  }\n": types.CreateExampleDocument,
    "\n  query PutAway($boardId: ID!) {\n    archive(boardId: $boardId) {\n      tasks {\n        id\n        key\n        title\n        columnName\n        at\n      }\n      columns {\n        id\n        name\n        tasks\n        at\n      }\n    }\n    trash(boardId: $boardId) {\n      id\n      key\n      title\n      columnName\n      at\n    }\n  }\n": types.PutAwayDocument,
    "\n  query BoardReminders($boardId: ID!) {\n    boardReminders(boardId: $boardId)\n  }\n": types.BoardRemindersDocument,
    "\n  mutation SetBoardReminders($boardId: ID!, $commandId: ID!, $ladder: Json) {\n    setBoardReminders(boardId: $boardId, commandId: $commandId, ladder: $ladder) {\n      boardId\n      seq\n    }\n  }\n": types.SetBoardRemindersDocument,
    "\n  query Guests($boardId: ID!, $workspaceId: ID!) {\n    boardGuests(boardId: $boardId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.GuestsDocument,
    "\n  mutation SetGuest($boardId: ID!, $personId: ID!, $role: GuestRole!) {\n    setBoardGuest(boardId: $boardId, personId: $personId, role: $role) {\n      role\n    }\n  }\n": types.SetGuestDocument,
    "\n  mutation RemoveGuest($boardId: ID!, $personId: ID!) {\n    removeBoardGuest(boardId: $boardId, personId: $personId)\n  }\n": types.RemoveGuestDocument,
    "\n  query BoardAddress($boardId: ID!) {\n    boardAddress(boardId: $boardId)\n  }\n": types.BoardAddressDocument,
    "\n  mutation RenewBoardAddress($boardId: ID!) {\n    renewBoardAddress(boardId: $boardId)\n  }\n": types.RenewBoardAddressDocument,
    "\n  subscription BoardEvent($boardId: ID!) {\n    boardEvent(boardId: $boardId) {\n      ...Event\n    }\n  }\n": types.BoardEventDocument,
    "\n  query CheckIns($boardId: ID!) {\n    checkIns(boardId: $boardId)\n  }\n": types.CheckInsDocument,
    "\n  query CheckInDay($checkInId: ID!, $on: Day!) {\n    checkInDay(checkInId: $checkInId, on: $on)\n  }\n": types.CheckInDayDocument,
    "\n  query BoardSnapshot($workspaceId: ID!, $key: String!) {\n    boardSnapshot(workspaceId: $workspaceId, key: $key)\n  }\n": types.BoardSnapshotDocument,
    "\n  query BoardEvents($boardId: ID!, $afterSeq: Int!) {\n    boardEvents(boardId: $boardId, afterSeq: $afterSeq) {\n      ...Event\n    }\n  }\n": types.BoardEventsDocument,
    "\n  fragment Event on BoardEvent {\n    boardId\n    seq\n    at\n    actorId\n    kind\n    commandId\n    changes\n    resync\n  }\n": types.EventFragmentDoc,
    "\n    mutation CreateTasks($input: CreateTasksInput!) {\n      event: createTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": types.CreateTasksDocument,
    "\n    mutation EditTasks($input: EditTasksInput!) {\n      event: editTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": types.EditTasksDocument,
    "\n    mutation EditDescription($input: EditDescriptionInput!) {\n      event: editDescription(input: $input) {\n        ...Event\n      }\n    }\n  ": types.EditDescriptionDocument,
    "\n    mutation MoveTasks($input: MoveTasksInput!) {\n      event: moveTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": types.MoveTasksDocument,
    "\n    mutation MoveTasksToBoard($input: MoveTasksToBoardInput!) {\n      event: moveTasksToBoard(input: $input) {\n        ...Event\n      }\n    }\n  ": types.MoveTasksToBoardDocument,
    "\n    mutation KeepTasks($input: TaskSetInput!) {\n      event: keepTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": types.KeepTasksDocument,
    "\n    mutation PublishStatus($input: PublishStatusInput!) {\n      event: publishStatus(input: $input) {\n        ...Event\n      }\n    }\n  ": types.PublishStatusDocument,
    "\n    mutation AcknowledgeStatus($input: AcknowledgeStatusInput!) {\n      event: acknowledgeStatus(input: $input) {\n        ...Event\n      }\n    }\n  ": types.AcknowledgeStatusDocument,
    "\n    mutation ArchiveTasks($input: TaskSetInput!) {\n      event: archiveTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": types.ArchiveTasksDocument,
    "\n    mutation DeleteTasks($input: TaskSetInput!) {\n      event: deleteTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": types.DeleteTasksDocument,
    "\n    mutation RestoreTasks($input: TaskSetInput!) {\n      event: restoreTasks(input: $input) {\n        ...Event\n      }\n    }\n  ": types.RestoreTasksDocument,
    "\n    mutation PostComment($input: PostCommentInput!) {\n      event: postComment(input: $input) {\n        ...Event\n      }\n    }\n  ": types.PostCommentDocument,
    "\n    mutation EditComment($input: EditCommentInput!) {\n      event: editComment(input: $input) {\n        ...Event\n      }\n    }\n  ": types.EditCommentDocument,
    "\n    mutation React($input: ReactInput!) {\n      event: react(input: $input) {\n        ...Event\n      }\n    }\n  ": types.ReactDocument,
    "\n    mutation AddFiles($input: AddFilesInput!) {\n      event: addFiles(input: $input) {\n        ...Event\n      }\n    }\n  ": types.AddFilesDocument,
    "\n    mutation EditFile($input: EditFileInput!) {\n      event: editFile(input: $input) {\n        ...Event\n      }\n    }\n  ": types.EditFileDocument,
    "\n    mutation StepAsk($input: StepAskInput!) {\n      event: stepAsk(input: $input) {\n        ...Event\n      }\n    }\n  ": types.StepAskDocument,
    "\n    mutation CreateColumn($input: CreateColumnInput!) {\n      event: createColumn(input: $input) {\n        ...Event\n      }\n    }\n  ": types.CreateColumnDocument,
    "\n    mutation EditColumn($input: EditColumnInput!) {\n      event: editColumn(input: $input) {\n        ...Event\n      }\n    }\n  ": types.EditColumnDocument,
    "\n    mutation MoveColumn($columnId: ID!, $commandId: ID!, $afterColumnId: ID) {\n      event: moveColumn(columnId: $columnId, commandId: $commandId, afterColumnId: $afterColumnId) {\n        ...Event\n      }\n    }\n  ": types.MoveColumnDocument,
    "\n    mutation ArchiveColumn($columnId: ID!, $commandId: ID!, $archived: Boolean!) {\n      event: archiveColumn(columnId: $columnId, commandId: $commandId, archived: $archived) {\n        ...Event\n      }\n    }\n  ": types.ArchiveColumnDocument,
    "\n    mutation EditBoard($input: EditBoardInput!) {\n      event: editBoard(input: $input) {\n        ...Event\n      }\n    }\n  ": types.EditBoardDocument,
    "\n    mutation ArchiveBoard($boardId: ID!, $commandId: ID!, $archived: Boolean!) {\n      event: archiveBoard(boardId: $boardId, commandId: $commandId, archived: $archived) {\n        ...Event\n      }\n    }\n  ": types.ArchiveBoardDocument,
    "\n    mutation CreateLabel($input: CreateLabelInput!) {\n      event: createLabel(input: $input) {\n        ...Event\n      }\n    }\n  ": types.CreateLabelDocument,
    "\n    mutation EditLabel($input: EditLabelInput!) {\n      event: editLabel(input: $input) {\n        ...Event\n      }\n    }\n  ": types.EditLabelDocument,
    "\n    mutation DeleteLabel($labelId: ID!, $commandId: ID!) {\n      event: deleteLabel(labelId: $labelId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  ": types.DeleteLabelDocument,
    "\n    mutation CreateChecklist($input: CreateChecklistInput!) {\n      event: createChecklist(input: $input) {\n        ...Event\n      }\n    }\n  ": types.CreateChecklistDocument,
    "\n    mutation EditChecklist($checklistId: ID!, $commandId: ID!, $name: String!) {\n      event: editChecklist(checklistId: $checklistId, commandId: $commandId, name: $name) {\n        ...Event\n      }\n    }\n  ": types.EditChecklistDocument,
    "\n    mutation DeleteChecklist($checklistId: ID!, $commandId: ID!) {\n      event: deleteChecklist(checklistId: $checklistId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  ": types.DeleteChecklistDocument,
    "\n    mutation CreateChecklistItems($input: CreateChecklistItemsInput!) {\n      event: createChecklistItems(input: $input) {\n        ...Event\n      }\n    }\n  ": types.CreateChecklistItemsDocument,
    "\n    mutation EditChecklistItem($input: EditChecklistItemInput!) {\n      event: editChecklistItem(input: $input) {\n        ...Event\n      }\n    }\n  ": types.EditChecklistItemDocument,
    "\n    mutation MoveChecklistItem($itemId: ID!, $commandId: ID!, $checklistId: ID!, $afterItemId: ID) {\n      event: moveChecklistItem(itemId: $itemId, commandId: $commandId, checklistId: $checklistId, afterItemId: $afterItemId) {\n        ...Event\n      }\n    }\n  ": types.MoveChecklistItemDocument,
    "\n    mutation DeleteChecklistItem($itemId: ID!, $commandId: ID!) {\n      event: deleteChecklistItem(itemId: $itemId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  ": types.DeleteChecklistItemDocument,
    "\n    mutation ConvertChecklistItem($itemId: ID!, $commandId: ID!) {\n      event: convertChecklistItem(itemId: $itemId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  ": types.ConvertChecklistItemDocument,
    "\n    mutation FollowTask($taskId: ID!, $commandId: ID!, $follows: Boolean!) {\n      event: followTask(taskId: $taskId, commandId: $commandId, follows: $follows) {\n        ...Event\n      }\n    }\n  ": types.FollowTaskDocument,
    "\n    mutation CounterDeadline($input: CounterInput!) {\n      event: counterDeadline(input: $input) {\n        ...Event\n      }\n    }\n  ": types.CounterDeadlineDocument,
    "\n    mutation AnswerCounter($input: AnswerCounterInput!) {\n      event: answerCounter(input: $input) {\n        ...Event\n      }\n    }\n  ": types.AnswerCounterDocument,
    "\n    mutation OfferHandoff($input: OfferHandoffInput!) {\n      event: offerHandoff(input: $input) {\n        ...Event\n      }\n    }\n  ": types.OfferHandoffDocument,
    "\n    mutation AnswerHandoff($input: AnswerHandoffInput!) {\n      event: answerHandoff(input: $input) {\n        ...Event\n      }\n    }\n  ": types.AnswerHandoffDocument,
    "\n    mutation CreateCheckIn($input: CreateCheckInInput!) {\n      event: createCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  ": types.CreateCheckInDocument,
    "\n    mutation EditCheckIn($input: EditCheckInInput!) {\n      event: editCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  ": types.EditCheckInDocument,
    "\n    mutation AnswerCheckIn($input: AnswerCheckInInput!) {\n      event: answerCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  ": types.AnswerCheckInDocument,
    "\n    mutation UndoCommand($undoes: ID!, $commandId: ID!) {\n      event: undoCommand(undoes: $undoes, commandId: $commandId) {\n        ...Event\n      }\n    }\n  ": types.UndoCommandDocument,
    "\n    mutation CreateDecision($input: CreateDecisionInput!) {\n      event: createDecision(input: $input) {\n        ...Event\n      }\n    }\n  ": types.CreateDecisionDocument,
    "\n    mutation SendUrgent($input: SendUrgentInput!) {\n      event: sendUrgent(input: $input) {\n        ...Event\n      }\n    }\n  ": types.SendUrgentDocument,
    "\n    mutation RateUrgent($input: RateUrgentInput!) {\n      event: rateUrgent(input: $input) {\n        ...Event\n      }\n    }\n  ": types.RateUrgentDocument,
    "\n    mutation StepDecision($input: StepDecisionInput!) {\n      event: stepDecision(input: $input) {\n        ...Event\n      }\n    }\n  ": types.StepDecisionDocument,
    "\n  query Decision($workspaceId: ID!, $key: String!, $number: Int!) {\n    decision(workspaceId: $workspaceId, key: $key, number: $number)\n  }\n": types.DecisionDocument,
    "\n  query Decisions($workspaceId: ID!, $boardId: ID, $search: String) {\n    decisions(workspaceId: $workspaceId, boardId: $boardId, search: $search)\n  }\n": types.DecisionsDocument,
    "\n  query TaskDecisions($taskId: ID!) {\n    taskDecisions(taskId: $taskId)\n  }\n": types.TaskDecisionsDocument,
    "\n  query VerifyDecisions($workspaceId: ID!, $boardId: ID) {\n    verifyDecisions(workspaceId: $workspaceId, boardId: $boardId)\n  }\n": types.VerifyDecisionsDocument,
    "\n  query Emoji($workspaceId: ID!) {\n    emoji(workspaceId: $workspaceId) {\n      id\n      name\n      url\n      byId\n      byName\n    }\n  }\n": types.EmojiDocument,
    "\n  mutation PreviewImport($input: ImportInput!) {\n    previewImport(input: $input) {\n      boardName\n      receipt\n    }\n  }\n": types.PreviewImportDocument,
    "\n  mutation RunImport($input: ImportInput!) {\n    runImport(input: $input) {\n      id\n      boardKey\n    }\n  }\n": types.RunImportDocument,
    "\n  query Imports($workspaceId: ID!) {\n    imports(workspaceId: $workspaceId) {\n      id\n      boardKey\n      boardName\n      at\n      undoableUntil\n      undoneAt\n      by {\n        id\n        name\n      }\n    }\n  }\n": types.ImportsDocument,
    "\n  mutation UndoImport($id: ID!) {\n    undoImport(id: $id) {\n      id\n      undoneAt\n    }\n  }\n": types.UndoImportDocument,
    "\n  query PeopleToMatch($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.PeopleToMatchDocument,
    "\n  query People($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n        zone\n        calendar\n        status\n        placeholder\n      }\n    }\n  }\n": types.PeopleDocument,
    "\n  mutation EditCalendar($input: EditCalendarInput!) {\n    editCalendar(input: $input) {\n      id\n      zone\n      calendar\n      calendarConfirmed\n      urgent\n    }\n  }\n": types.EditCalendarDocument,
    "\n  query Holidays($region: String!, $year: Int!) {\n    holidays(region: $region, year: $year) {\n      date\n      name\n    }\n  }\n": types.HolidaysDocument,
    "\n  query WorkspaceSchedule($workspaceId: ID!) {\n    workspaceSchedule(workspaceId: $workspaceId)\n  }\n": types.WorkspaceScheduleDocument,
    "\n  query Search($input: SearchInput!) {\n    search(input: $input)\n  }\n": types.SearchDocument,
    "\n  query Offer($token: String!) {\n    invitation(token: $token) {\n      workspaceName\n      invitedBy\n      role\n      expiresAt\n      claimsName\n    }\n  }\n": types.OfferDocument,
    "\n  mutation Accept($token: String!, $account: AccountInput) {\n    acceptInvitation(token: $token, account: $account) {\n      id\n    }\n  }\n": types.AcceptDocument,
    "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      id\n    }\n  }\n": types.SetUpDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(email: $email, password: $password) {\n      id\n    }\n  }\n": types.SignInDocument,
    "\n  query Session {\n    setup {\n      needed\n      version\n      clockRules\n    }\n    me {\n      id\n      name\n      email\n      zone\n      calendar\n      calendarConfirmed\n      status\n    }\n  }\n": types.SessionDocument,
    "\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n      norms\n      quietDays\n      language\n    }\n  }\n": types.WorkspacesDocument,
    "\n  query MailArrivals($workspaceId: ID!, $before: DateTime) {\n    mailArrivals(workspaceId: $workspaceId, before: $before) {\n      key\n      sender\n      recipient\n      outcome\n      why\n      taskKey\n      at\n    }\n  }\n": types.MailArrivalsDocument,
    "\n  query Feeds($workspaceId: ID!) {\n    feeds(workspaceId: $workspaceId) {\n      id\n      boardId\n      boardName\n      createdAt\n    }\n  }\n": types.FeedsDocument,
    "\n  mutation CreateFeed($workspaceId: ID!, $boardId: ID) {\n    createFeed(workspaceId: $workspaceId, boardId: $boardId) {\n      path\n      feed {\n        id\n      }\n    }\n  }\n": types.CreateFeedDocument,
    "\n  mutation RevokeFeed($id: ID!) {\n    revokeFeed(id: $id)\n  }\n": types.RevokeFeedDocument,
    "\n  query Deliveries($workspaceId: ID!) {\n    deliveriesToMe(workspaceId: $workspaceId)\n    deliveriesByMe(workspaceId: $workspaceId)\n    dueNumber(workspaceId: $workspaceId)\n  }\n": types.DeliveriesDocument,
    "\n  mutation RemoveEmoji($emojiId: ID!) {\n    removeEmoji(emojiId: $emojiId)\n  }\n": types.RemoveEmojiDocument,
    "\n  mutation EditRules($input: EditWorkspaceInput!) {\n    editWorkspace(input: $input) {\n      id\n      name\n      norms\n      quietDays\n    }\n  }\n": types.EditRulesDocument,
    "\n  query Invitations($workspaceId: ID!) {\n    invitations(workspaceId: $workspaceId) {\n      id\n      role\n      boardId\n      expiresAt\n      claims {\n        id\n        name\n      }\n    }\n  }\n": types.InvitationsDocument,
    "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    createInvitation(input: $input) {\n      token\n    }\n  }\n": types.CreateInvitationDocument,
    "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(id: $id)\n  }\n": types.RevokeInvitationDocument,
    "\n  query MailPage($workspaceId: ID!) {\n    mailState(workspaceId: $workspaceId) {\n      on\n      from\n      inbound\n      visit {\n        at\n        trouble\n        troubleSince\n      }\n      refused {\n        personId\n        name\n        email\n        refusedAt\n        refusedWhy\n      }\n    }\n  }\n": types.MailPageDocument,
    "\n  query Outbox($workspaceId: ID!, $before: DateTime) {\n    outbox(workspaceId: $workspaceId, before: $before) {\n      id\n      recipient\n      subject\n      state\n      why\n      tries\n      at\n    }\n  }\n": types.OutboxDocument,
    "\n  mutation TryAddressAgain($workspaceId: ID!, $personId: ID!) {\n    tryAddressAgain(workspaceId: $workspaceId, personId: $personId) {\n      personId\n      refusedAt\n    }\n  }\n": types.TryAddressAgainDocument,
    "\n  query OutboxMail($workspaceId: ID!, $id: ID!) {\n    outboxMail(workspaceId: $workspaceId, id: $id) {\n      id\n      html\n      body\n    }\n  }\n": types.OutboxMailDocument,
    "\n  query DeliveryReport($workspaceId: ID!, $month: String!) {\n    deliveryReport(workspaceId: $workspaceId, month: $month)\n  }\n": types.DeliveryReportDocument,
    "\n  query Members($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      role\n      person {\n        id\n        name\n        email\n        zone\n        placeholder\n      }\n    }\n  }\n": types.MembersDocument,
    "\n  mutation SetRole($workspaceId: ID!, $personId: ID!, $role: WorkspaceRole!) {\n    setMemberRole(workspaceId: $workspaceId, personId: $personId, role: $role) {\n      role\n    }\n  }\n": types.SetRoleDocument,
    "\n  mutation RemoveMember($workspaceId: ID!, $personId: ID!) {\n    removeMember(workspaceId: $workspaceId, personId: $personId)\n  }\n": types.RemoveMemberDocument,
    "\n  mutation EditWorkspace($input: EditWorkspaceInput!) {\n    editWorkspace(input: $input) {\n      id\n      name\n    }\n  }\n": types.EditWorkspaceDocument,
    "\n  mutation EditProfile($input: EditProfileInput!) {\n    editProfile(input: $input) {\n      id\n      name\n      email\n      zone\n    }\n  }\n": types.EditProfileDocument,
    "\n  query MyReach {\n    myReach {\n      personId\n      email\n      mail\n      push\n      refusedAt\n      refusedWhy\n    }\n  }\n": types.MyReachDocument,
    "\n  mutation ChooseReach($mail: Boolean, $push: Boolean) {\n    chooseReach(mail: $mail, push: $push) {\n      personId\n      mail\n      push\n    }\n  }\n": types.ChooseReachDocument,
    "\n  mutation TryMyAddressAgain($workspaceId: ID!, $personId: ID!) {\n    tryAddressAgain(workspaceId: $workspaceId, personId: $personId) {\n      personId\n      refusedAt\n      refusedWhy\n    }\n  }\n": types.TryMyAddressAgainDocument,
    "\n  query Rhythm($workspaceId: ID!) {\n    me {\n      id\n      urgent\n    }\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n    myReminders\n    holidayRegions {\n      code\n      name\n    }\n  }\n": types.RhythmDocument,
    "\n  mutation SetMyReminders($ladder: Json) {\n    setMyReminders(ladder: $ladder)\n  }\n": types.SetMyRemindersDocument,
    "\n  query SearchLanguages {\n    searchLanguages\n  }\n": types.SearchLanguagesDocument,
    "\n  mutation SetSearchLanguage($workspaceId: ID!, $language: String!) {\n    editWorkspace(input: { workspaceId: $workspaceId, language: $language }) {\n      id\n      language\n    }\n  }\n": types.SetSearchLanguageDocument,
    "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n": types.ChangePasswordDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": types.SignOutDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n": types.SignOutEverywhereDocument,
    "\n  mutation SetStatus($input: SetStatusInput!) {\n    setStatus(input: $input) {\n      id\n      status\n    }\n  }\n": types.SetStatusDocument,
    "\n  query Webhooks($workspaceId: ID!, $forAll: Boolean!) {\n    webhooks(workspaceId: $workspaceId, forAll: $forAll) {\n      id\n      host\n      format\n      createdAt\n      failingSince\n      disabledAt\n    }\n  }\n": types.WebhooksDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      secret\n      webhook {\n        id\n      }\n    }\n  }\n": types.CreateWebhookDocument,
    "\n  mutation RemoveWebhook($id: ID!) {\n    removeWebhook(id: $id)\n  }\n": types.RemoveWebhookDocument,
    "\n  mutation TestWebhook($id: ID!) {\n    testWebhook(id: $id)\n  }\n": types.TestWebhookDocument,
    "\n  query PushDevices {\n    pushKey\n    pushDevices {\n      id\n      name\n      createdAt\n    }\n  }\n": types.PushDevicesDocument,
    "\n  mutation AddPushDevice($input: AddPushDeviceInput!) {\n    addPushDevice(input: $input) {\n      id\n    }\n  }\n": types.AddPushDeviceDocument,
    "\n  mutation RemovePushDevice($id: ID!) {\n    removePushDevice(id: $id)\n  }\n": types.RemovePushDeviceDocument,
    "\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      id\n      key\n    }\n  }\n": types.CreateBoardDocument,
    "\n  query Owners($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.OwnersDocument,
    "\n  mutation StarBoard($boardId: ID!, $starred: Boolean!) {\n    starBoard(boardId: $boardId, starred: $starred) {\n      id\n      starred\n    }\n  }\n": types.StarBoardDocument,
    "\n  mutation PlaceBoard($boardId: ID!, $afterBoardId: ID) {\n    placeBoard(boardId: $boardId, afterBoardId: $afterBoardId) {\n      id\n      place\n    }\n  }\n": types.PlaceBoardDocument,
    "\n  query Boards($workspaceId: ID!) {\n    boards(workspaceId: $workspaceId) {\n      id\n      name\n      key\n      starred\n      place\n      archivedAt\n      myRole\n    }\n  }\n": types.BoardsDocument,
    "\n  query Today($workspaceId: ID!) {\n    today(workspaceId: $workspaceId)\n  }\n": types.TodayDocument,
    "\n  query TaskPlace($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardKey\n      number\n    }\n  }\n": types.TaskPlaceDocument,
    "\n  query Conversation($taskId: ID!) {\n    conversation(taskId: $taskId)\n  }\n": types.ConversationDocument,
    "\n  query TaskNames($workspaceId: ID!, $keys: [String!]!) {\n    taskNames(workspaceId: $workspaceId, keys: $keys) {\n      key\n      current\n      title\n      done\n    }\n  }\n": types.TaskNamesDocument,
    "\n  query Draft($place: String!) {\n    draft(place: $place)\n  }\n": types.DraftDocument,
    "\n  mutation SaveDraft($place: String!, $text: String!, $more: Json, $base: DateTime) {\n    saveDraft(place: $place, text: $text, more: $more, base: $base)\n  }\n": types.SaveDraftDocument,
    "\n  query TaskDetail($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardId\n      boardKey\n      number\n      key\n      columnId\n      title\n      description\n      descriptionVersion\n      ownerId\n      helperIds\n      labelIds\n      startOn\n      dueOn\n      dueTime\n      dueZone\n      dueAt\n      dueSetById\n      dueHistory\n      revisitOn\n      nextStep\n      requesterId\n      blockerIds\n      followerIds\n      doneAt\n      createdAt\n      createdById\n      archivedAt\n      deletedAt\n      sourceUrl\n      checklists {\n        id\n        name\n        items {\n          id\n          checklistId\n          title\n          doneAt\n          ownerId\n          dueOn\n        }\n      }\n      attachments {\n        id\n        name\n        url\n        bytes\n        stayedAtSource\n        createdAt\n        kind\n        caption\n        width\n        height\n        byId\n        commentId\n        pending\n      }\n      history {\n        seq\n        at\n        actorId\n        kind\n        fields\n        commandId\n        why\n      }\n    }\n  }\n": types.TaskDetailDocument,
    "\n  query Urgent($taskId: ID!) {\n    urgent(taskId: $taskId)\n  }\n": types.UrgentDocument,
    "\n  query StaleTasks($boardId: ID!) {\n    staleTasks(boardId: $boardId)\n  }\n": types.StaleTasksDocument,
    "\n  query StatusDraft($boardId: ID!) {\n    statusDraft(boardId: $boardId)\n  }\n": types.StatusDraftDocument,
    "\n  query BoardStory($boardId: ID!, $since: Day!) {\n    boardStory(boardId: $boardId, since: $since)\n  }\n": types.BoardStoryDocument,
    "\n  query CatchUp($workspaceId: ID!, $allUpdates: Boolean) {\n    catchUp(workspaceId: $workspaceId, allUpdates: $allUpdates)\n  }\n": types.CatchUpDocument,
    "\n  mutation MoveWatermarks($workspaceId: ID!, $boards: [WatermarkInput!]!) {\n    moveWatermarks(workspaceId: $workspaceId, boards: $boards)\n  }\n": types.MoveWatermarksDocument,
    "\n  query LeaveCheck($workspaceId: ID!, $leaveId: ID!) {\n    leaveCheck(workspaceId: $workspaceId, leaveId: $leaveId)\n  }\n": types.LeaveCheckDocument,
    "\n  mutation LeaveAsItIs($workspaceId: ID!, $leaveId: ID!, $key: String!, $asItIs: Boolean!) {\n    leaveAsItIs(workspaceId: $workspaceId, leaveId: $leaveId, key: $key, asItIs: $asItIs)\n  }\n": types.LeaveAsItIsDocument,
    "\n  mutation MarkLines($workspaceId: ID!, $marks: [MarkInput!]!) {\n    markLines(workspaceId: $workspaceId, marks: $marks)\n  }\n": types.MarkLinesDocument,
    "\n  query Names($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.NamesDocument,
    "\n  query StatusUpdates($boardId: ID!) {\n    statusUpdates(boardId: $boardId)\n  }\n": types.StatusUpdatesDocument,
    "\n  query MyWork($workspaceId: ID!) {\n    myWork(workspaceId: $workspaceId)\n  }\n": types.MyWorkDocument,
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
export function graphql(source: "\n  query PutAway($boardId: ID!) {\n    archive(boardId: $boardId) {\n      tasks {\n        id\n        key\n        title\n        columnName\n        at\n      }\n      columns {\n        id\n        name\n        tasks\n        at\n      }\n    }\n    trash(boardId: $boardId) {\n      id\n      key\n      title\n      columnName\n      at\n    }\n  }\n"): (typeof documents)["\n  query PutAway($boardId: ID!) {\n    archive(boardId: $boardId) {\n      tasks {\n        id\n        key\n        title\n        columnName\n        at\n      }\n      columns {\n        id\n        name\n        tasks\n        at\n      }\n    }\n    trash(boardId: $boardId) {\n      id\n      key\n      title\n      columnName\n      at\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardReminders($boardId: ID!) {\n    boardReminders(boardId: $boardId)\n  }\n"): (typeof documents)["\n  query BoardReminders($boardId: ID!) {\n    boardReminders(boardId: $boardId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetBoardReminders($boardId: ID!, $commandId: ID!, $ladder: Json) {\n    setBoardReminders(boardId: $boardId, commandId: $commandId, ladder: $ladder) {\n      boardId\n      seq\n    }\n  }\n"): (typeof documents)["\n  mutation SetBoardReminders($boardId: ID!, $commandId: ID!, $ladder: Json) {\n    setBoardReminders(boardId: $boardId, commandId: $commandId, ladder: $ladder) {\n      boardId\n      seq\n    }\n  }\n"];
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
export function graphql(source: "\n  query BoardAddress($boardId: ID!) {\n    boardAddress(boardId: $boardId)\n  }\n"): (typeof documents)["\n  query BoardAddress($boardId: ID!) {\n    boardAddress(boardId: $boardId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewBoardAddress($boardId: ID!) {\n    renewBoardAddress(boardId: $boardId)\n  }\n"): (typeof documents)["\n  mutation RenewBoardAddress($boardId: ID!) {\n    renewBoardAddress(boardId: $boardId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BoardEvent($boardId: ID!) {\n    boardEvent(boardId: $boardId) {\n      ...Event\n    }\n  }\n"): (typeof documents)["\n  subscription BoardEvent($boardId: ID!) {\n    boardEvent(boardId: $boardId) {\n      ...Event\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CheckIns($boardId: ID!) {\n    checkIns(boardId: $boardId)\n  }\n"): (typeof documents)["\n  query CheckIns($boardId: ID!) {\n    checkIns(boardId: $boardId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CheckInDay($checkInId: ID!, $on: Day!) {\n    checkInDay(checkInId: $checkInId, on: $on)\n  }\n"): (typeof documents)["\n  query CheckInDay($checkInId: ID!, $on: Day!) {\n    checkInDay(checkInId: $checkInId, on: $on)\n  }\n"];
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
export function graphql(source: "\n    mutation CreateTasks($input: CreateTasksInput!) {\n      event: createTasks(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation CreateTasks($input: CreateTasksInput!) {\n      event: createTasks(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditTasks($input: EditTasksInput!) {\n      event: editTasks(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation EditTasks($input: EditTasksInput!) {\n      event: editTasks(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditDescription($input: EditDescriptionInput!) {\n      event: editDescription(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation EditDescription($input: EditDescriptionInput!) {\n      event: editDescription(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MoveTasks($input: MoveTasksInput!) {\n      event: moveTasks(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation MoveTasks($input: MoveTasksInput!) {\n      event: moveTasks(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MoveTasksToBoard($input: MoveTasksToBoardInput!) {\n      event: moveTasksToBoard(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation MoveTasksToBoard($input: MoveTasksToBoardInput!) {\n      event: moveTasksToBoard(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation KeepTasks($input: TaskSetInput!) {\n      event: keepTasks(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation KeepTasks($input: TaskSetInput!) {\n      event: keepTasks(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation PublishStatus($input: PublishStatusInput!) {\n      event: publishStatus(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation PublishStatus($input: PublishStatusInput!) {\n      event: publishStatus(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AcknowledgeStatus($input: AcknowledgeStatusInput!) {\n      event: acknowledgeStatus(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation AcknowledgeStatus($input: AcknowledgeStatusInput!) {\n      event: acknowledgeStatus(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ArchiveTasks($input: TaskSetInput!) {\n      event: archiveTasks(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation ArchiveTasks($input: TaskSetInput!) {\n      event: archiveTasks(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteTasks($input: TaskSetInput!) {\n      event: deleteTasks(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation DeleteTasks($input: TaskSetInput!) {\n      event: deleteTasks(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RestoreTasks($input: TaskSetInput!) {\n      event: restoreTasks(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation RestoreTasks($input: TaskSetInput!) {\n      event: restoreTasks(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation PostComment($input: PostCommentInput!) {\n      event: postComment(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation PostComment($input: PostCommentInput!) {\n      event: postComment(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditComment($input: EditCommentInput!) {\n      event: editComment(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation EditComment($input: EditCommentInput!) {\n      event: editComment(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation React($input: ReactInput!) {\n      event: react(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation React($input: ReactInput!) {\n      event: react(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AddFiles($input: AddFilesInput!) {\n      event: addFiles(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation AddFiles($input: AddFilesInput!) {\n      event: addFiles(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditFile($input: EditFileInput!) {\n      event: editFile(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation EditFile($input: EditFileInput!) {\n      event: editFile(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation StepAsk($input: StepAskInput!) {\n      event: stepAsk(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation StepAsk($input: StepAskInput!) {\n      event: stepAsk(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CreateColumn($input: CreateColumnInput!) {\n      event: createColumn(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation CreateColumn($input: CreateColumnInput!) {\n      event: createColumn(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditColumn($input: EditColumnInput!) {\n      event: editColumn(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation EditColumn($input: EditColumnInput!) {\n      event: editColumn(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MoveColumn($columnId: ID!, $commandId: ID!, $afterColumnId: ID) {\n      event: moveColumn(columnId: $columnId, commandId: $commandId, afterColumnId: $afterColumnId) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation MoveColumn($columnId: ID!, $commandId: ID!, $afterColumnId: ID) {\n      event: moveColumn(columnId: $columnId, commandId: $commandId, afterColumnId: $afterColumnId) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ArchiveColumn($columnId: ID!, $commandId: ID!, $archived: Boolean!) {\n      event: archiveColumn(columnId: $columnId, commandId: $commandId, archived: $archived) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation ArchiveColumn($columnId: ID!, $commandId: ID!, $archived: Boolean!) {\n      event: archiveColumn(columnId: $columnId, commandId: $commandId, archived: $archived) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditBoard($input: EditBoardInput!) {\n      event: editBoard(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation EditBoard($input: EditBoardInput!) {\n      event: editBoard(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ArchiveBoard($boardId: ID!, $commandId: ID!, $archived: Boolean!) {\n      event: archiveBoard(boardId: $boardId, commandId: $commandId, archived: $archived) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation ArchiveBoard($boardId: ID!, $commandId: ID!, $archived: Boolean!) {\n      event: archiveBoard(boardId: $boardId, commandId: $commandId, archived: $archived) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CreateLabel($input: CreateLabelInput!) {\n      event: createLabel(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation CreateLabel($input: CreateLabelInput!) {\n      event: createLabel(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditLabel($input: EditLabelInput!) {\n      event: editLabel(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation EditLabel($input: EditLabelInput!) {\n      event: editLabel(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteLabel($labelId: ID!, $commandId: ID!) {\n      event: deleteLabel(labelId: $labelId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation DeleteLabel($labelId: ID!, $commandId: ID!) {\n      event: deleteLabel(labelId: $labelId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CreateChecklist($input: CreateChecklistInput!) {\n      event: createChecklist(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation CreateChecklist($input: CreateChecklistInput!) {\n      event: createChecklist(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditChecklist($checklistId: ID!, $commandId: ID!, $name: String!) {\n      event: editChecklist(checklistId: $checklistId, commandId: $commandId, name: $name) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation EditChecklist($checklistId: ID!, $commandId: ID!, $name: String!) {\n      event: editChecklist(checklistId: $checklistId, commandId: $commandId, name: $name) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteChecklist($checklistId: ID!, $commandId: ID!) {\n      event: deleteChecklist(checklistId: $checklistId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation DeleteChecklist($checklistId: ID!, $commandId: ID!) {\n      event: deleteChecklist(checklistId: $checklistId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CreateChecklistItems($input: CreateChecklistItemsInput!) {\n      event: createChecklistItems(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation CreateChecklistItems($input: CreateChecklistItemsInput!) {\n      event: createChecklistItems(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditChecklistItem($input: EditChecklistItemInput!) {\n      event: editChecklistItem(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation EditChecklistItem($input: EditChecklistItemInput!) {\n      event: editChecklistItem(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MoveChecklistItem($itemId: ID!, $commandId: ID!, $checklistId: ID!, $afterItemId: ID) {\n      event: moveChecklistItem(itemId: $itemId, commandId: $commandId, checklistId: $checklistId, afterItemId: $afterItemId) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation MoveChecklistItem($itemId: ID!, $commandId: ID!, $checklistId: ID!, $afterItemId: ID) {\n      event: moveChecklistItem(itemId: $itemId, commandId: $commandId, checklistId: $checklistId, afterItemId: $afterItemId) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteChecklistItem($itemId: ID!, $commandId: ID!) {\n      event: deleteChecklistItem(itemId: $itemId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation DeleteChecklistItem($itemId: ID!, $commandId: ID!) {\n      event: deleteChecklistItem(itemId: $itemId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ConvertChecklistItem($itemId: ID!, $commandId: ID!) {\n      event: convertChecklistItem(itemId: $itemId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation ConvertChecklistItem($itemId: ID!, $commandId: ID!) {\n      event: convertChecklistItem(itemId: $itemId, commandId: $commandId) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation FollowTask($taskId: ID!, $commandId: ID!, $follows: Boolean!) {\n      event: followTask(taskId: $taskId, commandId: $commandId, follows: $follows) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation FollowTask($taskId: ID!, $commandId: ID!, $follows: Boolean!) {\n      event: followTask(taskId: $taskId, commandId: $commandId, follows: $follows) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CounterDeadline($input: CounterInput!) {\n      event: counterDeadline(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation CounterDeadline($input: CounterInput!) {\n      event: counterDeadline(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AnswerCounter($input: AnswerCounterInput!) {\n      event: answerCounter(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation AnswerCounter($input: AnswerCounterInput!) {\n      event: answerCounter(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation OfferHandoff($input: OfferHandoffInput!) {\n      event: offerHandoff(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation OfferHandoff($input: OfferHandoffInput!) {\n      event: offerHandoff(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AnswerHandoff($input: AnswerHandoffInput!) {\n      event: answerHandoff(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation AnswerHandoff($input: AnswerHandoffInput!) {\n      event: answerHandoff(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CreateCheckIn($input: CreateCheckInInput!) {\n      event: createCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation CreateCheckIn($input: CreateCheckInInput!) {\n      event: createCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditCheckIn($input: EditCheckInInput!) {\n      event: editCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation EditCheckIn($input: EditCheckInInput!) {\n      event: editCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AnswerCheckIn($input: AnswerCheckInInput!) {\n      event: answerCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation AnswerCheckIn($input: AnswerCheckInInput!) {\n      event: answerCheckIn(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation UndoCommand($undoes: ID!, $commandId: ID!) {\n      event: undoCommand(undoes: $undoes, commandId: $commandId) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation UndoCommand($undoes: ID!, $commandId: ID!) {\n      event: undoCommand(undoes: $undoes, commandId: $commandId) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CreateDecision($input: CreateDecisionInput!) {\n      event: createDecision(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation CreateDecision($input: CreateDecisionInput!) {\n      event: createDecision(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SendUrgent($input: SendUrgentInput!) {\n      event: sendUrgent(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation SendUrgent($input: SendUrgentInput!) {\n      event: sendUrgent(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RateUrgent($input: RateUrgentInput!) {\n      event: rateUrgent(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation RateUrgent($input: RateUrgentInput!) {\n      event: rateUrgent(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation StepDecision($input: StepDecisionInput!) {\n      event: stepDecision(input: $input) {\n        ...Event\n      }\n    }\n  "): (typeof documents)["\n    mutation StepDecision($input: StepDecisionInput!) {\n      event: stepDecision(input: $input) {\n        ...Event\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Decision($workspaceId: ID!, $key: String!, $number: Int!) {\n    decision(workspaceId: $workspaceId, key: $key, number: $number)\n  }\n"): (typeof documents)["\n  query Decision($workspaceId: ID!, $key: String!, $number: Int!) {\n    decision(workspaceId: $workspaceId, key: $key, number: $number)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Decisions($workspaceId: ID!, $boardId: ID, $search: String) {\n    decisions(workspaceId: $workspaceId, boardId: $boardId, search: $search)\n  }\n"): (typeof documents)["\n  query Decisions($workspaceId: ID!, $boardId: ID, $search: String) {\n    decisions(workspaceId: $workspaceId, boardId: $boardId, search: $search)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskDecisions($taskId: ID!) {\n    taskDecisions(taskId: $taskId)\n  }\n"): (typeof documents)["\n  query TaskDecisions($taskId: ID!) {\n    taskDecisions(taskId: $taskId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VerifyDecisions($workspaceId: ID!, $boardId: ID) {\n    verifyDecisions(workspaceId: $workspaceId, boardId: $boardId)\n  }\n"): (typeof documents)["\n  query VerifyDecisions($workspaceId: ID!, $boardId: ID) {\n    verifyDecisions(workspaceId: $workspaceId, boardId: $boardId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Emoji($workspaceId: ID!) {\n    emoji(workspaceId: $workspaceId) {\n      id\n      name\n      url\n      byId\n      byName\n    }\n  }\n"): (typeof documents)["\n  query Emoji($workspaceId: ID!) {\n    emoji(workspaceId: $workspaceId) {\n      id\n      name\n      url\n      byId\n      byName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PreviewImport($input: ImportInput!) {\n    previewImport(input: $input) {\n      boardName\n      receipt\n    }\n  }\n"): (typeof documents)["\n  mutation PreviewImport($input: ImportInput!) {\n    previewImport(input: $input) {\n      boardName\n      receipt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RunImport($input: ImportInput!) {\n    runImport(input: $input) {\n      id\n      boardKey\n    }\n  }\n"): (typeof documents)["\n  mutation RunImport($input: ImportInput!) {\n    runImport(input: $input) {\n      id\n      boardKey\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Imports($workspaceId: ID!) {\n    imports(workspaceId: $workspaceId) {\n      id\n      boardKey\n      boardName\n      at\n      undoableUntil\n      undoneAt\n      by {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Imports($workspaceId: ID!) {\n    imports(workspaceId: $workspaceId) {\n      id\n      boardKey\n      boardName\n      at\n      undoableUntil\n      undoneAt\n      by {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoImport($id: ID!) {\n    undoImport(id: $id) {\n      id\n      undoneAt\n    }\n  }\n"): (typeof documents)["\n  mutation UndoImport($id: ID!) {\n    undoImport(id: $id) {\n      id\n      undoneAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeopleToMatch($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query PeopleToMatch($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n        zone\n        calendar\n        status\n        placeholder\n      }\n    }\n  }\n"): (typeof documents)["\n  query People($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n        zone\n        calendar\n        status\n        placeholder\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditCalendar($input: EditCalendarInput!) {\n    editCalendar(input: $input) {\n      id\n      zone\n      calendar\n      calendarConfirmed\n      urgent\n    }\n  }\n"): (typeof documents)["\n  mutation EditCalendar($input: EditCalendarInput!) {\n    editCalendar(input: $input) {\n      id\n      zone\n      calendar\n      calendarConfirmed\n      urgent\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Holidays($region: String!, $year: Int!) {\n    holidays(region: $region, year: $year) {\n      date\n      name\n    }\n  }\n"): (typeof documents)["\n  query Holidays($region: String!, $year: Int!) {\n    holidays(region: $region, year: $year) {\n      date\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkspaceSchedule($workspaceId: ID!) {\n    workspaceSchedule(workspaceId: $workspaceId)\n  }\n"): (typeof documents)["\n  query WorkspaceSchedule($workspaceId: ID!) {\n    workspaceSchedule(workspaceId: $workspaceId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Search($input: SearchInput!) {\n    search(input: $input)\n  }\n"): (typeof documents)["\n  query Search($input: SearchInput!) {\n    search(input: $input)\n  }\n"];
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
export function graphql(source: "\n  query Session {\n    setup {\n      needed\n      version\n      clockRules\n    }\n    me {\n      id\n      name\n      email\n      zone\n      calendar\n      calendarConfirmed\n      status\n    }\n  }\n"): (typeof documents)["\n  query Session {\n    setup {\n      needed\n      version\n      clockRules\n    }\n    me {\n      id\n      name\n      email\n      zone\n      calendar\n      calendarConfirmed\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n      norms\n      quietDays\n      language\n    }\n  }\n"): (typeof documents)["\n  query Workspaces {\n    workspaces {\n      id\n      name\n      myRole\n      norms\n      quietDays\n      language\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MailArrivals($workspaceId: ID!, $before: DateTime) {\n    mailArrivals(workspaceId: $workspaceId, before: $before) {\n      key\n      sender\n      recipient\n      outcome\n      why\n      taskKey\n      at\n    }\n  }\n"): (typeof documents)["\n  query MailArrivals($workspaceId: ID!, $before: DateTime) {\n    mailArrivals(workspaceId: $workspaceId, before: $before) {\n      key\n      sender\n      recipient\n      outcome\n      why\n      taskKey\n      at\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Feeds($workspaceId: ID!) {\n    feeds(workspaceId: $workspaceId) {\n      id\n      boardId\n      boardName\n      createdAt\n    }\n  }\n"): (typeof documents)["\n  query Feeds($workspaceId: ID!) {\n    feeds(workspaceId: $workspaceId) {\n      id\n      boardId\n      boardName\n      createdAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateFeed($workspaceId: ID!, $boardId: ID) {\n    createFeed(workspaceId: $workspaceId, boardId: $boardId) {\n      path\n      feed {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateFeed($workspaceId: ID!, $boardId: ID) {\n    createFeed(workspaceId: $workspaceId, boardId: $boardId) {\n      path\n      feed {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeFeed($id: ID!) {\n    revokeFeed(id: $id)\n  }\n"): (typeof documents)["\n  mutation RevokeFeed($id: ID!) {\n    revokeFeed(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Deliveries($workspaceId: ID!) {\n    deliveriesToMe(workspaceId: $workspaceId)\n    deliveriesByMe(workspaceId: $workspaceId)\n    dueNumber(workspaceId: $workspaceId)\n  }\n"): (typeof documents)["\n  query Deliveries($workspaceId: ID!) {\n    deliveriesToMe(workspaceId: $workspaceId)\n    deliveriesByMe(workspaceId: $workspaceId)\n    dueNumber(workspaceId: $workspaceId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveEmoji($emojiId: ID!) {\n    removeEmoji(emojiId: $emojiId)\n  }\n"): (typeof documents)["\n  mutation RemoveEmoji($emojiId: ID!) {\n    removeEmoji(emojiId: $emojiId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditRules($input: EditWorkspaceInput!) {\n    editWorkspace(input: $input) {\n      id\n      name\n      norms\n      quietDays\n    }\n  }\n"): (typeof documents)["\n  mutation EditRules($input: EditWorkspaceInput!) {\n    editWorkspace(input: $input) {\n      id\n      name\n      norms\n      quietDays\n    }\n  }\n"];
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
export function graphql(source: "\n  query MailPage($workspaceId: ID!) {\n    mailState(workspaceId: $workspaceId) {\n      on\n      from\n      inbound\n      visit {\n        at\n        trouble\n        troubleSince\n      }\n      refused {\n        personId\n        name\n        email\n        refusedAt\n        refusedWhy\n      }\n    }\n  }\n"): (typeof documents)["\n  query MailPage($workspaceId: ID!) {\n    mailState(workspaceId: $workspaceId) {\n      on\n      from\n      inbound\n      visit {\n        at\n        trouble\n        troubleSince\n      }\n      refused {\n        personId\n        name\n        email\n        refusedAt\n        refusedWhy\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Outbox($workspaceId: ID!, $before: DateTime) {\n    outbox(workspaceId: $workspaceId, before: $before) {\n      id\n      recipient\n      subject\n      state\n      why\n      tries\n      at\n    }\n  }\n"): (typeof documents)["\n  query Outbox($workspaceId: ID!, $before: DateTime) {\n    outbox(workspaceId: $workspaceId, before: $before) {\n      id\n      recipient\n      subject\n      state\n      why\n      tries\n      at\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TryAddressAgain($workspaceId: ID!, $personId: ID!) {\n    tryAddressAgain(workspaceId: $workspaceId, personId: $personId) {\n      personId\n      refusedAt\n    }\n  }\n"): (typeof documents)["\n  mutation TryAddressAgain($workspaceId: ID!, $personId: ID!) {\n    tryAddressAgain(workspaceId: $workspaceId, personId: $personId) {\n      personId\n      refusedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutboxMail($workspaceId: ID!, $id: ID!) {\n    outboxMail(workspaceId: $workspaceId, id: $id) {\n      id\n      html\n      body\n    }\n  }\n"): (typeof documents)["\n  query OutboxMail($workspaceId: ID!, $id: ID!) {\n    outboxMail(workspaceId: $workspaceId, id: $id) {\n      id\n      html\n      body\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeliveryReport($workspaceId: ID!, $month: String!) {\n    deliveryReport(workspaceId: $workspaceId, month: $month)\n  }\n"): (typeof documents)["\n  query DeliveryReport($workspaceId: ID!, $month: String!) {\n    deliveryReport(workspaceId: $workspaceId, month: $month)\n  }\n"];
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
export function graphql(source: "\n  mutation EditWorkspace($input: EditWorkspaceInput!) {\n    editWorkspace(input: $input) {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  mutation EditWorkspace($input: EditWorkspaceInput!) {\n    editWorkspace(input: $input) {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditProfile($input: EditProfileInput!) {\n    editProfile(input: $input) {\n      id\n      name\n      email\n      zone\n    }\n  }\n"): (typeof documents)["\n  mutation EditProfile($input: EditProfileInput!) {\n    editProfile(input: $input) {\n      id\n      name\n      email\n      zone\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyReach {\n    myReach {\n      personId\n      email\n      mail\n      push\n      refusedAt\n      refusedWhy\n    }\n  }\n"): (typeof documents)["\n  query MyReach {\n    myReach {\n      personId\n      email\n      mail\n      push\n      refusedAt\n      refusedWhy\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChooseReach($mail: Boolean, $push: Boolean) {\n    chooseReach(mail: $mail, push: $push) {\n      personId\n      mail\n      push\n    }\n  }\n"): (typeof documents)["\n  mutation ChooseReach($mail: Boolean, $push: Boolean) {\n    chooseReach(mail: $mail, push: $push) {\n      personId\n      mail\n      push\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TryMyAddressAgain($workspaceId: ID!, $personId: ID!) {\n    tryAddressAgain(workspaceId: $workspaceId, personId: $personId) {\n      personId\n      refusedAt\n      refusedWhy\n    }\n  }\n"): (typeof documents)["\n  mutation TryMyAddressAgain($workspaceId: ID!, $personId: ID!) {\n    tryAddressAgain(workspaceId: $workspaceId, personId: $personId) {\n      personId\n      refusedAt\n      refusedWhy\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Rhythm($workspaceId: ID!) {\n    me {\n      id\n      urgent\n    }\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n    myReminders\n    holidayRegions {\n      code\n      name\n    }\n  }\n"): (typeof documents)["\n  query Rhythm($workspaceId: ID!) {\n    me {\n      id\n      urgent\n    }\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n    myReminders\n    holidayRegions {\n      code\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetMyReminders($ladder: Json) {\n    setMyReminders(ladder: $ladder)\n  }\n"): (typeof documents)["\n  mutation SetMyReminders($ladder: Json) {\n    setMyReminders(ladder: $ladder)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchLanguages {\n    searchLanguages\n  }\n"): (typeof documents)["\n  query SearchLanguages {\n    searchLanguages\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSearchLanguage($workspaceId: ID!, $language: String!) {\n    editWorkspace(input: { workspaceId: $workspaceId, language: $language }) {\n      id\n      language\n    }\n  }\n"): (typeof documents)["\n  mutation SetSearchLanguage($workspaceId: ID!, $language: String!) {\n    editWorkspace(input: { workspaceId: $workspaceId, language: $language }) {\n      id\n      language\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation SetStatus($input: SetStatusInput!) {\n    setStatus(input: $input) {\n      id\n      status\n    }\n  }\n"): (typeof documents)["\n  mutation SetStatus($input: SetStatusInput!) {\n    setStatus(input: $input) {\n      id\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Webhooks($workspaceId: ID!, $forAll: Boolean!) {\n    webhooks(workspaceId: $workspaceId, forAll: $forAll) {\n      id\n      host\n      format\n      createdAt\n      failingSince\n      disabledAt\n    }\n  }\n"): (typeof documents)["\n  query Webhooks($workspaceId: ID!, $forAll: Boolean!) {\n    webhooks(workspaceId: $workspaceId, forAll: $forAll) {\n      id\n      host\n      format\n      createdAt\n      failingSince\n      disabledAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      secret\n      webhook {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      secret\n      webhook {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveWebhook($id: ID!) {\n    removeWebhook(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveWebhook($id: ID!) {\n    removeWebhook(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestWebhook($id: ID!) {\n    testWebhook(id: $id)\n  }\n"): (typeof documents)["\n  mutation TestWebhook($id: ID!) {\n    testWebhook(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PushDevices {\n    pushKey\n    pushDevices {\n      id\n      name\n      createdAt\n    }\n  }\n"): (typeof documents)["\n  query PushDevices {\n    pushKey\n    pushDevices {\n      id\n      name\n      createdAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddPushDevice($input: AddPushDeviceInput!) {\n    addPushDevice(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation AddPushDevice($input: AddPushDeviceInput!) {\n    addPushDevice(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePushDevice($id: ID!) {\n    removePushDevice(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemovePushDevice($id: ID!) {\n    removePushDevice(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      id\n      key\n    }\n  }\n"): (typeof documents)["\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      id\n      key\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Owners($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Owners($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query Today($workspaceId: ID!) {\n    today(workspaceId: $workspaceId)\n  }\n"): (typeof documents)["\n  query Today($workspaceId: ID!) {\n    today(workspaceId: $workspaceId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskPlace($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardKey\n      number\n    }\n  }\n"): (typeof documents)["\n  query TaskPlace($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardKey\n      number\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Conversation($taskId: ID!) {\n    conversation(taskId: $taskId)\n  }\n"): (typeof documents)["\n  query Conversation($taskId: ID!) {\n    conversation(taskId: $taskId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskNames($workspaceId: ID!, $keys: [String!]!) {\n    taskNames(workspaceId: $workspaceId, keys: $keys) {\n      key\n      current\n      title\n      done\n    }\n  }\n"): (typeof documents)["\n  query TaskNames($workspaceId: ID!, $keys: [String!]!) {\n    taskNames(workspaceId: $workspaceId, keys: $keys) {\n      key\n      current\n      title\n      done\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Draft($place: String!) {\n    draft(place: $place)\n  }\n"): (typeof documents)["\n  query Draft($place: String!) {\n    draft(place: $place)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveDraft($place: String!, $text: String!, $more: Json, $base: DateTime) {\n    saveDraft(place: $place, text: $text, more: $more, base: $base)\n  }\n"): (typeof documents)["\n  mutation SaveDraft($place: String!, $text: String!, $more: Json, $base: DateTime) {\n    saveDraft(place: $place, text: $text, more: $more, base: $base)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskDetail($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardId\n      boardKey\n      number\n      key\n      columnId\n      title\n      description\n      descriptionVersion\n      ownerId\n      helperIds\n      labelIds\n      startOn\n      dueOn\n      dueTime\n      dueZone\n      dueAt\n      dueSetById\n      dueHistory\n      revisitOn\n      nextStep\n      requesterId\n      blockerIds\n      followerIds\n      doneAt\n      createdAt\n      createdById\n      archivedAt\n      deletedAt\n      sourceUrl\n      checklists {\n        id\n        name\n        items {\n          id\n          checklistId\n          title\n          doneAt\n          ownerId\n          dueOn\n        }\n      }\n      attachments {\n        id\n        name\n        url\n        bytes\n        stayedAtSource\n        createdAt\n        kind\n        caption\n        width\n        height\n        byId\n        commentId\n        pending\n      }\n      history {\n        seq\n        at\n        actorId\n        kind\n        fields\n        commandId\n        why\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskDetail($workspaceId: ID!, $key: String!) {\n    taskByKey(workspaceId: $workspaceId, key: $key) {\n      id\n      boardId\n      boardKey\n      number\n      key\n      columnId\n      title\n      description\n      descriptionVersion\n      ownerId\n      helperIds\n      labelIds\n      startOn\n      dueOn\n      dueTime\n      dueZone\n      dueAt\n      dueSetById\n      dueHistory\n      revisitOn\n      nextStep\n      requesterId\n      blockerIds\n      followerIds\n      doneAt\n      createdAt\n      createdById\n      archivedAt\n      deletedAt\n      sourceUrl\n      checklists {\n        id\n        name\n        items {\n          id\n          checklistId\n          title\n          doneAt\n          ownerId\n          dueOn\n        }\n      }\n      attachments {\n        id\n        name\n        url\n        bytes\n        stayedAtSource\n        createdAt\n        kind\n        caption\n        width\n        height\n        byId\n        commentId\n        pending\n      }\n      history {\n        seq\n        at\n        actorId\n        kind\n        fields\n        commandId\n        why\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Urgent($taskId: ID!) {\n    urgent(taskId: $taskId)\n  }\n"): (typeof documents)["\n  query Urgent($taskId: ID!) {\n    urgent(taskId: $taskId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StaleTasks($boardId: ID!) {\n    staleTasks(boardId: $boardId)\n  }\n"): (typeof documents)["\n  query StaleTasks($boardId: ID!) {\n    staleTasks(boardId: $boardId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatusDraft($boardId: ID!) {\n    statusDraft(boardId: $boardId)\n  }\n"): (typeof documents)["\n  query StatusDraft($boardId: ID!) {\n    statusDraft(boardId: $boardId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardStory($boardId: ID!, $since: Day!) {\n    boardStory(boardId: $boardId, since: $since)\n  }\n"): (typeof documents)["\n  query BoardStory($boardId: ID!, $since: Day!) {\n    boardStory(boardId: $boardId, since: $since)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CatchUp($workspaceId: ID!, $allUpdates: Boolean) {\n    catchUp(workspaceId: $workspaceId, allUpdates: $allUpdates)\n  }\n"): (typeof documents)["\n  query CatchUp($workspaceId: ID!, $allUpdates: Boolean) {\n    catchUp(workspaceId: $workspaceId, allUpdates: $allUpdates)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveWatermarks($workspaceId: ID!, $boards: [WatermarkInput!]!) {\n    moveWatermarks(workspaceId: $workspaceId, boards: $boards)\n  }\n"): (typeof documents)["\n  mutation MoveWatermarks($workspaceId: ID!, $boards: [WatermarkInput!]!) {\n    moveWatermarks(workspaceId: $workspaceId, boards: $boards)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LeaveCheck($workspaceId: ID!, $leaveId: ID!) {\n    leaveCheck(workspaceId: $workspaceId, leaveId: $leaveId)\n  }\n"): (typeof documents)["\n  query LeaveCheck($workspaceId: ID!, $leaveId: ID!) {\n    leaveCheck(workspaceId: $workspaceId, leaveId: $leaveId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveAsItIs($workspaceId: ID!, $leaveId: ID!, $key: String!, $asItIs: Boolean!) {\n    leaveAsItIs(workspaceId: $workspaceId, leaveId: $leaveId, key: $key, asItIs: $asItIs)\n  }\n"): (typeof documents)["\n  mutation LeaveAsItIs($workspaceId: ID!, $leaveId: ID!, $key: String!, $asItIs: Boolean!) {\n    leaveAsItIs(workspaceId: $workspaceId, leaveId: $leaveId, key: $key, asItIs: $asItIs)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkLines($workspaceId: ID!, $marks: [MarkInput!]!) {\n    markLines(workspaceId: $workspaceId, marks: $marks)\n  }\n"): (typeof documents)["\n  mutation MarkLines($workspaceId: ID!, $marks: [MarkInput!]!) {\n    markLines(workspaceId: $workspaceId, marks: $marks)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Names($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Names($workspaceId: ID!) {\n    members(workspaceId: $workspaceId) {\n      person {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatusUpdates($boardId: ID!) {\n    statusUpdates(boardId: $boardId)\n  }\n"): (typeof documents)["\n  query StatusUpdates($boardId: ID!) {\n    statusUpdates(boardId: $boardId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyWork($workspaceId: ID!) {\n    myWork(workspaceId: $workspaceId)\n  }\n"): (typeof documents)["\n  query MyWork($workspaceId: ID!) {\n    myWork(workspaceId: $workspaceId)\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;