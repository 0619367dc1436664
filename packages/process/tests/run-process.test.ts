import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ProcessOptions } from '../src';

const BUILT = join(__dirname, '../dist/src/index.js');

/** Runs a process whose `start` is the given body (`stopping` and `say` in scope); a signal is sent when it has said `signalAt`. */
async function live(
  start: string,
  signal?: NodeJS.Signals,
  signalAt = 'started',
  options: ProcessOptions = {},
): Promise<[number | null, string]> {
  const child = spawn(
    process.execPath,
    [
      '-e',
      `const say = (word) => process.stdout.write(word + '\\n');
       const logger = { info() {}, fatal: (what, text) => say('fatal ' + (text ?? what)) };
       setInterval(() => undefined, 1_000);
       require(${JSON.stringify(BUILT)}).runProcess(logger, async (stopping) => { ${start} }, ${JSON.stringify(options)});`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (signal !== undefined && !output.includes(signalAt) && (output + text).includes(signalAt)) child.kill(signal);
    output += text;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return [status, output];
}

const STOPPABLE = `say('started'); return { stop: async () => say('stopped') };`;

describe('runProcess', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('stops in good order on %s', async (signal) => {
    expect(await live(STOPPABLE, signal)).toEqual([0, 'started\nstopped\n']);
  });

  it('gives a start that takes long the chance to give up', async () => {
    const start = `say('starting');
      await new Promise((resolve) => stopping.addEventListener('abort', resolve));
      say('let go');
      stopping.throwIfAborted();`;
    expect(await live(start, 'SIGINT', 'starting')).toEqual([0, 'starting\nlet go\n']);
  });

  it('stops what a signal met in its start when the start goes on to its end', async () => {
    const start = `say('starting'); await new Promise((resolve) => setTimeout(resolve, 200)); ${STOPPABLE}`;
    expect(await live(start, 'SIGTERM', 'starting')).toEqual([0, 'starting\nstarted\nstopped\n']);
  });

  it('hears a second signal without ending before what runs has stopped', async () => {
    const start = `say('started'); return { stop: () => new Promise((resolve) => {
        process.once('SIGTERM', () => setImmediate(() => { say('stopped'); resolve(); }));
        process.kill(process.pid, 'SIGTERM');
      }) };`;
    expect(await live(start, 'SIGTERM')).toEqual([0, 'started\nstopped\n']);
  });

  it('gives up with status 1 on what does not stop within its patience, the one of what runs before the one of the process', async () => {
    const stuck = (more: string): string =>
      `say('started'); return { stop: () => new Promise(() => undefined), ${more} };`;
    const forced = [1, 'started\nfatal stop failed\n'];
    expect(await live(stuck(''), 'SIGTERM', 'started', { patienceMs: 20 })).toEqual(forced);
    expect(await live(stuck('patienceMs: 20'), 'SIGTERM', 'started', { patienceMs: 86_400_000 })).toEqual(forced);
    const slow = `say('started'); return { patienceMs: 86_400_000, stop: async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        say('stopped');
      } };`;
    expect(await live(slow, 'SIGTERM', 'started', { patienceMs: 20 })).toEqual([0, 'started\nstopped\n']);
  });

  it('ends with status 1 when the start fails, in one line where the operator can mend it', async () => {
    expect(
      await live(`throw Object.assign(new Error('x'), { code: 'EADDRINUSE', port: 4001, address: '::' });`),
    ).toEqual([1, 'fatal port 4001 on :: is taken by another program; stop it or set another port\n']);
    expect(await live(`throw new Error('a fault');`)).toEqual([1, 'fatal start failed\n']);
  });
});
