import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './support';

const VERSIONS = ['18.20.0', '20.18.9', '20.19.0', '21.7.3', '22.11.0', '22.12.0', '23.0.0', '24.1.0'];

it('takes the versions of Node.js that can require ES modules, and no other', () => {
  const module = pathToFileURL(join(root, 'infra/local/prepare.mjs')).href;
  const script = `import { isUsableNode } from ${JSON.stringify(module)};
    console.log(JSON.stringify(${JSON.stringify(VERSIONS)}.filter(isUsableNode)));`;
  const usable: unknown = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  );
  expect(usable).toEqual(['20.19.0', '22.12.0', '23.0.0', '24.1.0']);
});
