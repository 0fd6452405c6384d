// npm run schema: writes libs/schema/schema.graphql from the built API. --check only compares.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from './run/build.mjs';
import { giveUp, root } from './run/install.mjs';

buildIfChanged(['api']);
const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/apps/api/schema.js'], { cwd: root, encoding: 'utf8' });
if (status !== 0) giveUp(`The schema could not be printed: ${stderr}`);
const file = join(root, 'libs/schema/schema.graphql');
const same = readFileSync(file, 'utf8') === stdout;
if (process.argv.includes('--check')) {
  if (!same) giveUp('libs/schema/schema.graphql is older than the API: run "npm run schema", then "npm run codegen".');
} else if (!same) writeFileSync(file, stdout);
console.log(same ? 'The schema is fresh.' : 'The schema was written anew.');
