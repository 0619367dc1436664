// `npm start`: from a fresh clone to a running platform.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, requireNode, root } from './prepare.mjs';

requireNode();
install();
build();
const parameters = process.argv.slice(2);
const platform = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, 'packages/platform/dist/src/main.js'), ...parameters],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
// The terminal sends Ctrl-C to both; this process only waits for the platform's end. A kill aimed at this one is passed on.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => platform.kill(signal));
// No status: it was killed by a signal that it could not heed.
platform.on('exit', (status) => process.exit(status ?? 1));
