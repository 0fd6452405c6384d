import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** When a process began, so that its number, used again by another one, is not taken for it. */
function startOf(pid) {
  if (process.platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : fields[19];
  } catch {
    return null;
  }
}

const isAlive = ({ pid, start }) => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return startOf(pid) === start;
};

/** Takes a data folder for this process; answers who has it, or how to give it back. A lock left by a killed process does not count. */
export function lockData(folder, facts) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'baton.lock');
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid), ...facts });
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let other = null;
    try {
      other = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      // Half written by a process that was killed, or gone meanwhile.
    }
    if (other && isAlive(other)) return { takenBy: other };
    rmSync(file, { force: true });
  }
  throw new Error(`${file} cannot be taken`);
}
