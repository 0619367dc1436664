import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';

/** A saved query of the page: one file of `examples/`, in the order of the file names. */
export interface Example {
  readonly file: string;
  readonly query: string;
}

/** Reads all saved queries. */
export function readExamples(folder: string = join(packageRoot, 'examples')): Example[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => ({ file, query: readFileSync(join(folder, file), 'utf8') }));
}
