// Writes src/generated/schema.ts: TypeScript types of the public API, from the composed supergraph. With --check it writes nothing and
// fails when the file is not what it would write. Another schema and target may be named.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { printTypes } from './print-types.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const names = process.argv.slice(2).filter((parameter) => !parameter.startsWith('--'));
const [source = join(folder, '../../gateway/supergraph.graphql'), target = join(folder, 'src/generated/schema.ts')] =
  names;
const sdl = readFileSync(source, 'utf8');
const text = await prettier.format(printTypes(sdl), {
  ...(await prettier.resolveConfig(join(folder, 'generate.mjs'))),
  parser: 'typescript',
});

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('packages/client/src/generated/schema.ts is not up to date: run node packages/client/generate.mjs');
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
