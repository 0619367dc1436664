import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(__dirname, '../../../../../shared');

/** A path in the folder of real data that stands beside the project (`../shared`). */
export function sharedFolder(...parts: string[]): string {
  return join(FOLDER, ...parts);
}

/** Tests that need the real data beside the project; skipped where it is absent, never in CI. */
export function describeWithShared(name: string, body: () => void): void {
  const there = existsSync(FOLDER);
  if (!there && process.env['CI'] === 'true') throw new Error(`the real data is missing: ${FOLDER}`);
  (there ? describe : describe.skip)(`${name} (needs ../shared)`, body);
}
