// `npm run bench [name …]`: benchmarks, one after the other. Each prints ratios against a peer or a ceiling measured in the same run.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, requireNode, root, run } from './prepare.mjs';

const BENCHES = {
  scores: 'services/indicators/bench/publish.bench.mjs',
  gateway: 'gateway/bench/gateway.bench.mjs',
  publish: 'packages/publishing/bench/bulk.bench.mjs',
  procedures: 'services/procedures/bench/procedures.bench.mjs',
  connector: 'services/connector/bench/connector.bench.mjs',
  reader: 'packages/plan-reader/bench/score.mjs',
};
/** The long ones (20,000,000 rows, 5,000,000 rows) run only when they are named. */
const BY_DEFAULT = ['scores', 'gateway', 'publish', 'reader'];

requireNode();
install();
build();
const [first, ...rest] = process.argv.slice(2);
const named = first === undefined ? BY_DEFAULT : [first];
for (const name of named) {
  const script = BENCHES[name];
  if (script === undefined || !existsSync(join(root, script))) {
    console.error(`no benchmark "${name}"; there are: ${Object.keys(BENCHES).join(', ')}`);
    process.exit(1);
  }
  console.log(`\n== ${name}`);
  run(process.execPath, [join(root, script), ...rest]);
}
