// What every command of a fresh clone needs first, with nothing but Node.js and npm: a usable Node.js, the packages, a build.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whether this version of Node.js can `require` ES modules, as some packages need: 20.19 and later 20s, 22.12 and everything later. */
export function isUsableNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

/** Ends the process with one line when this Node.js is too old. */
export function requireNode() {
  if (isUsableNode(process.versions.node)) return;
  const wanted = '20.19+, 22.12+';
  console.error(`Cần Node.js ${wanted} · Node.js ${wanted} is needed; this is ${process.versions.node}`);
  process.exit(1);
}

/** Runs a program in the checkout; ends this process with its status when it fails. */
export function run(command, parameters, options = {}) {
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (error !== undefined) {
    console.error(`${command}: ${error.message}`);
    process.exit(1);
  }
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs the packages of the lock file unless they are there already. */
export function install() {
  const mark = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Cài đặt thư viện · installing packages');
  // Not `npm ci`: it refuses a lock file that lacks the optional binaries of other systems, which a mirror need not have.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Compiles what changed since the last build; nothing when nothing did. */
export function build() {
  console.log('Biên dịch · building');
  const turbo = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'turbo.cmd' : 'turbo');
  run(turbo, ['run', 'build', '--output-logs=errors-only', '--no-update-notifier'], {
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  });
}
