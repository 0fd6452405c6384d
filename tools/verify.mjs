// npm run verify: checks the seals of every decision in the database, and names what was changed after it was sealed.
import { runCommand } from './run/command.mjs';

await runCommand('verify-cli', { name: 'npm run verify' });
