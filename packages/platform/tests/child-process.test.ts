import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, silentLogger } from '@lientinh/testkit';
import { SupervisedProcess, type ChildDefinition } from '../src/processes/child-process';
import { makeDataFolder, root } from './support';

const BUILT = join(root, 'packages/platform/dist/src/processes');
const SERVER = `
  const server = require('node:http').createServer((_, response) => response.end('ready'));
  server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
  process.on('SIGTERM', () => { console.log('good-bye '.repeat(20_000)); server.close(); });`;

describe('SupervisedProcess', () => {
  const place = makeDataFolder();
  const script = join(place.folder, 'server.js');
  beforeAll(() => writeFileSync(script, SERVER));
  afterAll(() => place.remove());

  async function definition(logFolder = join(place.folder, 'logs')): Promise<Omit<ChildDefinition, 'logger'>> {
    const port = await freePort();
    return {
      name: `server-${port}`,
      script,
      guard: join(BUILT, 'end-with-platform.js'),
      environment: { PORT: String(port) },
      readyUrl: `http://127.0.0.1:${port}/`,
      logFolder,
    };
  }

  const answers = (url: string): Promise<boolean> =>
    fetch(url).then(
      () => true,
      () => false,
    );

  it('keeps what a process says last', async () => {
    const child = await definition();
    const supervised = new SupervisedProcess({ ...child, logger: silentLogger });
    await supervised.start();
    await supervised.stop();
    await supervised.stop();
    expect(readFileSync(join(child.logFolder, `${child.name}.log`), 'utf8').length).toBeGreaterThan(180_000);
  });

  it('tells with which words a process ended that could not start', async () => {
    const child = await definition();
    const failing = join(place.folder, 'failing.js');
    writeFileSync(
      failing,
      `console.error('trace '.repeat(20_000)); console.log('{"msg":"the reason"}'); process.exitCode = 1;`,
    );
    const supervised = new SupervisedProcess({ ...child, script: failing, logger: silentLogger });
    await expect(supervised.start()).rejects.toMatchObject({
      code: 'PROCESS_FAILED',
      details: { reason: expect.stringMatching(/^(the reason|trace .*)$/) as string },
    });
    await supervised.stop();
    expect(readFileSync(join(child.logFolder, `${child.name}.log`), 'utf8')).toContain('{"msg":"the reason"}\n');
  });

  it('refuses a port on which another program answers, and leaves that program alone', async () => {
    const child = await definition();
    const other = createServer((_, response) => response.end('ready'));
    await new Promise<void>((resolve) => other.listen(Number(child.environment['PORT']), '127.0.0.1', resolve));
    const supervised = new SupervisedProcess({ ...child, logger: silentLogger });
    await expect(supervised.start()).rejects.toMatchObject({
      code: 'PROCESS_FAILED',
      message: expect.stringContaining('is taken by another program') as string,
    });
    await supervised.stop();
    expect(await answers(child.readyUrl)).toBe(true);
    other.close();
    other.closeAllConnections();
  });

  it('runs on when its log cannot be written', async () => {
    const logFolder = join(place.folder, 'closed');
    const child = await definition(logFolder);
    mkdirSync(join(logFolder, `${child.name}.log`), { recursive: true });
    const supervised = new SupervisedProcess({ ...child, logger: silentLogger });
    await supervised.start();
    expect(await answers(child.readyUrl)).toBe(true);
    await supervised.stop();
    expect(await answers(child.readyUrl)).toBe(false);
  });

  it('ends by itself when the platform was killed', async () => {
    const child = await definition();
    const platform = spawn(
      process.execPath,
      [
        '-e',
        `const { SupervisedProcess } = require(${JSON.stringify(join(BUILT, 'child-process.js'))});
         const child = new SupervisedProcess({ ...JSON.parse(process.argv[1]), logger: console });
         child.start().then(() => require('node:fs').writeFileSync(process.argv[2], String(child.pid)));`,
        JSON.stringify(child),
        join(place.folder, 'started'),
      ],
      { stdio: 'inherit' },
    );
    while (!existsSync(join(place.folder, 'started'))) await delay(25);
    expect(await answers(child.readyUrl)).toBe(true);
    platform.kill('SIGKILL');
    while (await answers(child.readyUrl)) await delay(25);
    expect(await answers(child.readyUrl)).toBe(false);
  });
});
