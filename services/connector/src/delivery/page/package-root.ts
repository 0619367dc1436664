import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the connector's package: the same from the sources and from the compiled files. */
export const packageRoot: string = findUpwards(__dirname);

function findUpwards(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the connector package has no package.json above its code');
  return findUpwards(parent);
}
