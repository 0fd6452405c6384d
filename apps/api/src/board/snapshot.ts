/** A task as a card, with the names that the client uses; for `row_to_json`. `t` is the task. */
export const cardColumns = `
  t.id, t.number, t.column_id as "columnId", t.rank, t.title, t.owner_id as "ownerId", t.helper_ids as "helperIds", t.label_ids as "labelIds",
  t.start_on as "startOn", t.due_on as "dueOn", t.due_time as "dueTime", t.due_zone as "dueZone", t.due_at as "dueAt",
  t.due_moves as "dueMoves", t.due_slip as "dueSlip", t.revisit_on as "revisitOn", t.next_step as "nextStep", t.requester_id as "requesterId",
  t.blocker_ids as "blockerIds", t.wait, t.owed, t.health, t.handoff, t.counter, t.repeat, t.exempt, t.done_at as "doneAt", t.description <> '' as "hasDescription",
  t.checklist_done as "checklistDone", t.checklist_total as "checklistTotal", t.comment_count as "commentCount",
  t.attachment_count as "attachmentCount", t.archived_at as "archivedAt", t.deleted_at as "deletedAt"`;

const columnColumns = `c.id, c.name, c.class, c.wip_limit as "wipLimit", c.rank, c.archived_at as "archivedAt", c.deleted_at as "deletedAt"`;
const labelColumns = `l.id, l.name, l.color, l.rank, l.deleted_at as "deletedAt"`;

const list = (columns: string, rest: string) => `(select coalesce(json_agg(row_to_json(x)), '[]') from (select ${columns} ${rest}) x)`;

/** The whole board in one statement; $1 is the board's id. Former members come with it, so that names on old work stay. */
export const snapshotSql = `
select b.id, b.workspace_id as "workspaceId", b.name, b.key, b.zone, b.archived_at as "archivedAt", b.seq, b.norms, b.triage_id as "triageId", b.sprint, b.rota,
  (select w.norms from workspace w where w.id = b.workspace_id) as "workspaceNorms",
  ${list(columnColumns, 'from board_column c where c.board_id = b.id and c.archived_at is null and c.deleted_at is null order by c.rank')} as columns,
  ${list(labelColumns, 'from label l where l.board_id = b.id and l.deleted_at is null order by l.rank')} as labels,
  ${list(
    `p.id, p.name, coalesce(m.role, 'guest') as role, p.zone, p.placeholder, p.calendar, p.status,
     (select nullif(w.quiet_days, '[]'::jsonb) from workspace w where w.id = b.workspace_id) as "quietDays", m.role is null as removed`,
    `from (select person_id from membership m where m.workspace_id = b.workspace_id
           union all select person_id from former_member f where f.workspace_id = b.workspace_id) of_workspace
     join person p on p.id = of_workspace.person_id
     left join membership m on m.person_id = p.id and m.workspace_id = b.workspace_id
     where m.role is distinct from 'guest' or exists (select 1 from board_guest g where g.board_id = b.id and g.person_id = p.id)
     order by p.name, p.id`,
  )} as people,
  ${list(
    cardColumns,
    `from task t join board_column c on c.id = t.column_id
     where t.board_id = b.id and t.archived_at is null and t.deleted_at is null and c.archived_at is null and c.deleted_at is null`,
  )} as cards
from board b where b.id = $1`;

/** Single rows in the shapes that changes carry; $1 is an array of ids. */
export const cardsSql = `select ${cardColumns} from task t where t.id = any($1)`;
export const columnsSql = `select ${columnColumns} from board_column c where c.id = any($1)`;
export const labelsSql = `select ${labelColumns} from label l where l.id = any($1)`;
