import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type IssuerState, issuerState, renewState } from './state';
import { issuerStateDamaged } from './state-errors';

const stateFile = (dataDir: string): string => join(dataDir, 'issuer.json');

/** The kept state; null when the issuer never started here. Throws ISSUER_STATE_DAMAGED when the file is not what was written. */
export async function readState(dataDir: string): Promise<IssuerState | null> {
  const path = stateFile(dataDir);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const state = issuerState.safeParse(parseJson(text));
  if (!state.success) throw issuerStateDamaged({ path });
  return state.data;
}

/**
 * The state to run with: what is kept, renewed where due and written back, readable by its owner only.
 * Of two issuers that start in one folder for the first time, both get the state of the one that was first.
 */
export async function openState(dataDir: string, clientIds: readonly string[], now: Date): Promise<IssuerState> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const kept = await readState(dataDir);
  const state = await renewState(kept, clientIds, now);
  if (state !== kept && !(await writeState(dataDir, state, kept === null))) return openState(dataDir, clientIds, now);
  await chmod(stateFile(dataDir), 0o600);
  return state;
}

/** False when the file was to be new and is there already. */
async function writeState(dataDir: string, state: IssuerState, mustBeNew: boolean): Promise<boolean> {
  const draft = join(dataDir, `.issuer-${randomUUID()}.json`);
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await (mustBeNew ? link(draft, stateFile(dataDir)) : rename(draft, stateFile(dataDir)));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
