import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { packageRoot } from '../package-root';

/** A file that the page loads: its name under `/assets/` and where it is on this machine. */
export interface Asset {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
}

const PACKAGES: readonly (readonly [name: string, packageName: string, path: string])[] = [
  ['react.js', 'react', 'umd/react.production.min.js'],
  ['react-dom.js', 'react-dom', 'umd/react-dom.production.min.js'],
  ['graphiql.js', 'graphiql', 'graphiql.min.js'],
  ['graphiql.css', 'graphiql', 'graphiql.min.css'],
];

const OWN = ['graphiql-start.js', 'graphiql-page.css'];

/** The files of the page, each by name: nothing else of the packages can be fetched. Throws when one is not installed. */
export function listAssets(): Asset[] {
  const paths = [
    ...PACKAGES.map(([name, packageName, path]) => [name, join(packageFolder(packageName), path)] as const),
    ...OWN.map((name) => [name, join(packageRoot, 'page', name)] as const),
  ];
  return paths.map(([name, path]) => {
    if (!existsSync(path)) throw new Error(`the page needs ${name}, which is not installed`);
    return { name, folder: dirname(path), file: basename(path) };
  });
}

function packageFolder(packageName: string): string {
  return dirname(require.resolve(`${packageName}/package.json`, { paths: [packageRoot] }));
}
