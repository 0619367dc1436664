import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The package's `data` folder, found upwards from this module, for it runs from `src` in tests and from `dist` otherwise.
 * Throws when the package was installed without its data.
 */
export function findDataDirectory(from = __dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const data = join(folder, 'data');
    if (existsSync(join(data, 'reference', 'provinces.csv'))) return data;
    if (dirname(folder) === folder) throw new Error('The data folder of @lientinh/datasets is missing');
  }
}
