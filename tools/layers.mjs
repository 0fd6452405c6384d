// The folder order: in each app a folder imports only from itself and from those before it in layers.json. No index.ts inside apps.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const problems = [];
for (const app of ['api', 'web']) {
  const src = join(root, `apps/${app}/src`);
  const order = JSON.parse(readFileSync(join(src, 'layers.json'), 'utf8'));
  const files = readdirSync(src, { recursive: true })
    .map(String)
    .filter((f) => /\.tsx?$/.test(f) && !f.startsWith('gql'));
  for (const folder of new Set(files.filter((f) => f.includes('/')).map((f) => f.split('/')[0])))
    if (!order.includes(folder)) problems.push(`apps/${app}/src/${folder} has no place in layers.json`);
  for (const file of files) {
    if (/(^|\/)index\.tsx?$/.test(file)) problems.push(`apps/${app}/src/${file}: no index files inside apps`);
    const from = file.includes('/') && !/\.spec\.tsx?$/.test(file) ? order.indexOf(file.split('/')[0]) : Infinity;
    for (const [, target] of readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const to = relative(src, resolve(src, dirname(file), target)).split('/')[0];
      if (existsSync(join(src, to)) && order.indexOf(to) > from)
        problems.push(`apps/${app}/src/${file} imports ${to}, which comes after it in layers.json`);
    }
  }
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log('The folders keep their order.');
