import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { createHash } from 'node:crypto';
import { embeddedDatabaseFailed } from '../postgres.errors';
import type { Binaries } from './binaries';

/** The system user a server runs as; PostgreSQL refuses to run as root. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const USER_NAME = 'postgres';

/** The user to run PostgreSQL as when this process is root (made if missing), else undefined: the user we are. */
export function serverUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp();
  if (known !== undefined) return known;
  try {
    execFileSync('groupadd', ['--system', USER_NAME], { stdio: 'ignore' });
  } catch {
    // The group may be there without the user.
  }
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '-g', USER_NAME, USER_NAME], { stdio: 'ignore' });
  } catch (cause) {
    throw embeddedDatabaseFailed(
      { reason: `running as root needs the system user "${USER_NAME}", which could not be made` },
      { cause },
    );
  }
  const made = lookUp();
  if (made === undefined) throw embeddedDatabaseFailed({ reason: `the system user "${USER_NAME}" was not found` });
  return made;
}

function lookUp(): SystemUser | undefined {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, USER_NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Where the programs and the data stand so that the server's user can reach them. */
export interface ReachablePlace {
  readonly binaries: Binaries;
  readonly dataDirectory: string;
}

/**
 * The place itself when `user` may enter it; else (a checkout below a closed home, as root) programs and data stand below the
 * system's lasting temporary folder, in a folder named after the wanted one.
 */
export function reachablePlace(
  binaries: Binaries,
  dataDirectory: string,
  user: SystemUser | undefined,
): ReachablePlace {
  if (user === undefined || (mayRun(binaries.initdb, user) && mayEnter(dirname(dataDirectory), user)))
    return { binaries, dataDirectory };
  const name = createHash('sha256').update(resolve(dataDirectory)).digest('hex').slice(0, 12);
  const base = join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), `lien-tinh-${name}`);
  mkdirOfRoot(base);
  const native = resolve(dirname(binaries.initdb), '..');
  cpSync(native, join(base, 'native'), { recursive: true, verbatimSymlinks: true, force: true });
  const program = (file: string): string => join(base, 'native', 'bin', file);
  return {
    binaries: { postgres: program('postgres'), initdb: program('initdb') },
    dataDirectory: join(base, 'postgres'),
  };
}

/** Makes the folder; refuses one that somebody else made in the open temporary folder, who could put other programs there. */
function mkdirOfRoot(folder: string): void {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o755 });
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return;
  throw embeddedDatabaseFailed({ reason: `${folder} belongs to somebody else; remove it or use another data folder` });
}

function mayRun(program: string, user: SystemUser): boolean {
  try {
    execFileSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function mayEnter(folder: string, user: SystemUser): boolean {
  try {
    execFileSync('ls', ['-d', `${folder}/.`], { ...user, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
