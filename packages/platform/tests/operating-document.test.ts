import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HELP } from '../src/options';
import { tableNames } from './document-examples';
import { root } from './support';

const document = readFileSync(join(root, 'docs/operating.md'), 'utf8');

const SOURCES = ['packages', 'services']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name, 'src')))
  .concat(join(root, 'gateway/src'))
  .filter((folder) => existsSync(folder));
/** Not started by anybody who operates the platform. */
const NOT_OPERATED = /\/(testkit|config)\/|\.test\.ts$/;

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts') && !NOT_OPERATED.test(path));
}

/** Names of the variables in the shapes that `parseEnvironment` is given, and of those read one by one. */
function variablesOf(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const shapes = /parseEnvironment|\w+Section\b/.test(code) ? code.matchAll(/\b([A-Z][A-Z0-9_]+): (?=[a-z])/g) : [];
  const single = code.matchAll(/\benv(?:ironment)?\[['"]([A-Z0-9_]+)['"]\](?! = )/g);
  return [...shapes, ...single].map(([, name = '']) => name);
}

describe('the variables of operating.md', () => {
  const read = new Set(
    SOURCES.flatMap(sourceFiles)
      .flatMap((path) => variablesOf(readFileSync(path, 'utf8')))
      .concat(HELP.match(/\b[A-Z]+_DATABASE_URL\b/g) ?? []),
  );
  const [, chapter = ''] = document.split(/^## Environment variables$/m);
  const headings = [...(chapter.split(/^## /m)[0] ?? '').matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);
  const written = new Set(headings.flatMap((heading) => tableNames(document, heading)));

  it('are those that the processes read, all of them', () => {
    expect(read.size).toBeGreaterThan(30);
    expect([...written].sort()).toEqual([...read].sort());
  });
});
