// Writes what is generated and committed: each subgraph's schema.graphql, the supergraph, the connector's metadata.xml, the references of
// errors and BI views. `--check` compares
// instead, prints what differs and exits with 1. Needs a build.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(join(root, 'package.json'));
const check = process.argv.includes('--check');
let differing = 0;

function settle(file, text) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  if (check) {
    differing += 1;
    console.error(`${file} is not what the code generates; run: npm run generate`);
    return;
  }
  writeFileSync(path, text);
  console.log(`wrote ${file}`);
}

const services = readdirSync(join(root, 'services')).filter((name) =>
  existsSync(join(root, 'services', name, 'dist/src/schema.js')),
);
for (const name of services) {
  // One process each: type-graphql keeps one registry for a process.
  const script = `const { printSubgraphSchema } = require('@lientinh/subgraph');
    process.stdout.write(printSubgraphSchema(require('./services/${name}/dist/src/schema.js').schema));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  settle(`services/${name}/schema.graphql`, stdout);
}

const compose = join(root, 'gateway/dist/src/compose/main.js');
if (existsSync(compose)) {
  const { status } = spawnSync(process.execPath, [compose, ...(check ? ['--check'] : [])], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) differing += 1;
}

const types = join(root, 'packages/client/generate.mjs');
const { status: typesStatus } = spawnSync(process.execPath, [types, ...(check ? ['--check'] : [])], {
  cwd: root,
  stdio: 'inherit',
});
if (typesStatus !== 0) differing += 1;

// Every module that defines an error is loaded, so that the registry is whole.
for (const folder of ['packages', 'services']) {
  for (const name of readdirSync(join(root, folder))) loadErrors(join(root, folder, name, 'dist/src'));
}
loadErrors(join(root, 'gateway/dist/src'));
const { biSets, renderBiReference } = require('@lientinh/bi');
settle('docs/bi-views.md', renderBiReference(biSets));
const connectorModel = join(root, 'services/connector/dist/src/model/index.js');
if (existsSync(connectorModel)) {
  const { createModel, metadataXml } = require(connectorModel);
  settle('services/connector/metadata.xml', metadataXml(createModel(biSets, 'en')));
}
settle('docs/errors.md', require('@lientinh/errors').renderErrorReference());
process.exit(differing === 0 ? 0 : 1);

function loadErrors(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/errors\.js$/.test(entry)) require(join(folder, entry));
  }
}
