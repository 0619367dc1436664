import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const FILE = 'postmaster.pid';

/**
 * Makes way for a new server on `dataDirectory`. A server that a killed process left behind is shut down in good order; a lock whose
 * process is gone, or belongs to something else by now, is removed. Otherwise PostgreSQL would refuse to start.
 */
export async function clearLeftover(dataDirectory: string, patienceMs = 30_000): Promise<void> {
  const file = join(dataDirectory, FILE);
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (isServer(pid, dataDirectory)) {
    process.kill(pid, 'SIGINT');
    const deadline = Date.now() + patienceMs;
    while (isServer(pid, dataDirectory) && Date.now() < deadline) await delay(50);
    if (isServer(pid, dataDirectory)) process.kill(pid, 'SIGQUIT');
    while (isServer(pid, dataDirectory) && Date.now() < deadline + patienceMs) await delay(50);
  }
  rmSync(file, { force: true });
}

function isServer(pid: number, dataDirectory: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(dataDirectory);
}

/** Command line of a living process; empty when there is none: its number may belong to another program by now, or to nobody. */
function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}
