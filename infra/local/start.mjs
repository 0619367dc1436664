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
process.on('SIGTERM', () => platform.kill('SIGTERM'));
platform.on('exit', (status, signal) => process.exit(status ?? (signal === null ? 1 : 0)));
