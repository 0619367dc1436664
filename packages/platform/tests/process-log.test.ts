import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { once } from 'node:events';
import { silentLogger } from '@lientinh/testkit';
import { ProcessLog, type LogLimits } from '../src/processes/process-log';
import { makeDataFolder } from './support';

describe('ProcessLog', () => {
  const place = makeDataFolder();
  let logs = 0;
  afterAll(() => place.remove());

  const newFolder = (): string => join(place.folder, `logs-${(logs += 1)}`);

  /** Writes the chunks as one process's output and waits for its end. */
  async function follow(log: ProcessLog, chunks: readonly (string | Buffer)[]): Promise<void> {
    const output = new PassThrough();
    log.follow(output);
    for (const chunk of chunks) output.write(chunk);
    output.end();
    await once(output, 'end');
  }

  async function written(folder: string, chunks: readonly (string | Buffer)[], limits?: LogLimits): Promise<string> {
    const log = new ProcessLog(folder, 'process', silentLogger, limits);
    await follow(log, chunks);
    await log.end();
    await log.end();
    return readFileSync(log.file, 'utf8');
  }

  it('keeps what was written before a restart, and a last line without an end', async () => {
    const folder = newFolder();
    expect(await written(folder, ['one\n'])).toBe('one\n');
    expect(await written(folder, ['two\nthr', 'ee'])).toBe('one\ntwo\nthree');
  });

  it.each([1, 2, 3, 7, 64])('keeps every letter when the output comes in pieces of %d bytes', async (length) => {
    const text = 'Cải cách hành chính\n\n{"msg":"Thừa Thiên Huế"}\nđịa giới 🗺️\n cuối';
    const bytes = Buffer.from(text);
    const count = Math.ceil(bytes.length / length);
    const pieces = Array.from({ length: count }, (_, place) => bytes.subarray(place * length, (place + 1) * length));
    expect(await written(newFolder(), pieces)).toBe(text);
  });

  it('puts a full file aside by whole lines, and keeps as many as it is told', async () => {
    const folder = newFolder();
    const lines = Array.from({ length: 100 }, (_, place) => `${JSON.stringify({ msg: `line ${place}` })}\n`);
    await written(folder, lines, { size: '100B', files: 2 });
    expect(readdirSync(folder).sort()).toEqual(['process.log', 'process.log.1', 'process.log.2']);
    const kept = ['process.log.2', 'process.log.1', 'process.log']
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
    expect(lines.join('').endsWith(kept)).toBe(true);
    expect(kept).toMatch(/^\{"msg":"line \d+"\}\n/);
    expect(kept.length).toBeGreaterThan(200);
  });

  it('knows the message of the last line', async () => {
    const log = new ProcessLog(newFolder(), 'process', silentLogger);
    expect(log.lastMessage).toBe('');
    await follow(log, ['{"msg":"first"}\n{"msg":"sec', 'ond"}\n']);
    expect(log.lastMessage).toBe('second');
    await follow(log, ['plain\n\n']);
    expect(log.lastMessage).toBe('plain');
    log.tell('spawn ENOENT');
    expect(log.lastMessage).toBe('spawn ENOENT');
    await log.end();
  });

  it('ends all the same where it cannot write', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'process.log'), { recursive: true });
    const log = new ProcessLog(folder, 'process', silentLogger);
    await follow(log, ['{"msg":"heard"}\n']);
    await log.end();
    expect(log.lastMessage).toBe('heard');
  });
});
