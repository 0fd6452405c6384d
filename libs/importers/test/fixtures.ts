import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where real exports are kept, beside the repository. BATON_FIXTURES names another folder. */
const folder = process.env['BATON_FIXTURES'] ?? join(__dirname, '../../../../shared/fixtures');

export interface Fixture {
  tool: string;
  file: string;
  counts: { labels: number; checklists: number; start: number; due: number };
  expected: {
    lists_total: number;
    lists_archived: number;
    tasks_total: number;
    tasks_archived_flag: number;
    tasks_in_archived_lists: number;
    comments_in_file: number;
    comments_lost: number;
    checklist_items: number;
    checklist_items_done: number;
    attachments: number;
    attachments_needing_trello_login: number;
    open_tasks_in_archived_lists: number;
  };
}

/** Real exports of a tool, or none when the folder is not there. */
export function fixturesOf(tool: string): Fixture[] {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) return [];
  return (JSON.parse(readFileSync(index, 'utf8')) as { files: Fixture[] }).files.filter((fixture) => fixture.tool === tool);
}

export const fixtureBytes = (fixture: Fixture) => readFileSync(join(folder, fixture.file));

/** The sentence to fail or warn with when the files are not there. */
export const noFixtures = `Real exports were not found in ${folder}; set BATON_FIXTURES. The tests with files of our own still run.`;
