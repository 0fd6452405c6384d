import type { HitKind } from '@baton/domain';

/**
 * Something that can be found: where its words are, how it reaches its board, and what is shown of it. A further source is one entry here, and
 * a view with triggers in a migration. Within the expressions `e` is the entry, `b` the board, and whatever `from` brings.
 */
export interface Source {
  kind: HitKind;
  /** The kind of its entries. */
  entry: string;
  /** Looks in the title alone: such hits come first. */
  titleOnly?: boolean;
  /** Joins on `e` that lead to its board. */
  from: string;
  /** Joins that only its conditions need. */
  besides: string;
  /** Joins that its state needs, besides the board. */
  place: string;
  boardId: string;
  /** Conditions for being there, and for the reader `$2` to see it on a board that they may read. */
  when: string;
  ownerId: string;
  /** A HitState. */
  state: string;
  /** Joins that only what is shown needs. */
  shown: string;
  taskId: string;
  number: string;
  title: string;
  text: string;
  authorName: string;
}

/** Looked up only for what is shown; as a join it would cost more to plan than to run. */
export const nameOf = (personId: string) => `(select name from person where id = ${personId})`;

const onTask = {
  from: 'join task t on t.id = e.task_id',
  besides: '',
  place: 'join board_column c on c.id = t.column_id',
  boardId: 't.board_id',
  when: 't.deleted_at is null',
  ownerId: 't.owner_id',
  state: `case when t.archived_at is not null or c.archived_at is not null or b.archived_at is not null then 'archived' else c.class end`,
  taskId: 't.id',
  number: 't.number',
  title: 't.title',
};
const task: Source = {
  ...onTask,
  kind: 'task',
  entry: 'task',
  shown: '',
  text: 't.description',
  authorName: nameOf('t.created_by_id'),
};
const comment: Source = {
  ...onTask,
  kind: 'comment',
  entry: 'comment',
  shown: 'join comment x on x.id = e.id',
  text: `coalesce(x.headline || E'\\n', '') || x.text`,
  authorName: `coalesce(${nameOf('x.author_id')}, x.author_name)`,
};
const item: Source = {
  ...onTask,
  kind: 'checklist',
  entry: 'item',
  besides: 'join checklist_item i on i.id = e.id join checklist l on l.id = i.checklist_id',
  when: `${onTask.when} and l.deleted_at is null`,
  shown: 'join checklist_item x on x.id = e.id',
  text: 'x.title',
  authorName: 'null',
};
const decision: Source = {
  kind: 'decision',
  entry: 'decision',
  from: 'join decision d on d.id = e.id',
  besides: '',
  place: '',
  boardId: 'd.board_id',
  // A draft is its proposer's until it is opened.
  when: `(d.state <> 'draft' or d.proposer_id = $2)`,
  ownerId: 'coalesce(d.decider_id, d.proposer_id)',
  state: `case when b.archived_at is not null then 'archived' when d.state = 'draft' then 'queued' when d.state in ('open', 'awaiting', 'contested') then 'active'
    when d.state in ('decided', 'adopted') then 'done' else 'dropped' end`,
  shown: '',
  taskId: 'null::uuid',
  number: 'd.number',
  title: 'd.question',
  text: `concat_ws(E'\\n\\n', d.outcome ->> 'choice', d.outcome ->> 'because', d.recommendation, d.because, d.context,
    (select string_agg(concat_ws(E'\\n', o ->> 'text', o ->> 'good', o ->> 'bad'), E'\\n') from jsonb_array_elements(d.options) o),
    d.outcome ->> 'consequences', d.outcome ->> 'conditions')`,
  authorName: nameOf('d.proposer_id'),
};

export const sources: readonly Source[] = [
  { ...task, titleOnly: true },
  { ...decision, titleOnly: true },
  task,
  comment,
  { ...comment, kind: 'ask', entry: 'ask' },
  item,
  { ...item, entry: 'checklist', besides: '', when: onTask.when, shown: 'join checklist x on x.id = e.id', text: 'x.name' },
  decision,
];
