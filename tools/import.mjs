// npm run import -- FILE [--board NAME] [--dry-run] [--json]: imports an export file, with the server running or not.
import { runCommand } from './run/command.mjs';

const asksHow = process.argv.length < 3 || process.argv.some((word) => word === '--help' || word === '-h');
await runCommand('import-cli', { name: 'npm run import', needsDatabase: !asksHow });
