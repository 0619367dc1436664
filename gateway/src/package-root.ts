import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of the gateway package: the nearest folder above this file that holds a `package.json`. The same from the sources and
 * from the compiled files, so that carried files (supergraph, examples, page) are found in both.
 */
export const packageRoot: string = findUpwards(__dirname);

function findUpwards(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the gateway package has no package.json above its code');
  return findUpwards(parent);
}
