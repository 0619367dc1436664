import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(__dirname, '../../dist/src/main.js');

/** How a run of the command line ended. */
export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly notes: string;
}

/** Runs the real command line as a process. */
export function lientinh(parameters: readonly string[], environment: Readonly<Record<string, string>>): Promise<Run> {
  if (!existsSync(MAIN)) throw new Error('the package is not built: run tsc -b');
  const child = spawn(process.execPath, [MAIN, ...parameters], {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let notes = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (notes += text));
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, out, notes }));
  });
}
