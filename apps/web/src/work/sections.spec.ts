import type { MyTask } from '@baton/domain';
import { sections } from './sections';

const task = (id: string, fields: Partial<MyTask>) =>
  ({
    id,
    columnClass: 'active',
    movePersonId: null,
    ownerId: null,
    requesterId: null,
    counter: null,
    dueSetById: null,
    follows: false,
    ...fields,
  }) as MyTask;

it('puts answers first, then my move, then what I wait for, each task once', () => {
  const counter = { byId: 'ben', on: '2026-12-01', time: null, zone: 'UTC', why: 'x', at: '' };
  const tasks = [
    task('waits', { movePersonId: 'ben', ownerId: 'me' }),
    task('mine', { movePersonId: 'me', ownerId: 'me' }),
    task('answer', { movePersonId: 'ben', ownerId: 'ben', counter, dueSetById: 'me', requesterId: 'me' }),
    task('next', { movePersonId: 'me', columnClass: 'queued' }),
    task('followed', { movePersonId: 'ben', ownerId: 'ben', follows: true }),
  ];
  expect(sections(tasks, 'me').map((s) => [s.name, s.tasks.map((t) => t.id)])).toEqual([
    ['Answers that are wanted', ['answer']],
    ['Your move', ['mine']],
    ['Waiting on others', ['waits']],
    ['Not started', ['next']],
    ['Followed', ['followed']],
  ]);
  expect(sections([], 'me')).toEqual([]);
});
