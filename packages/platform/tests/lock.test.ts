import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataFolder } from '../src/lock';
import { makeDataFolder } from './support';

describe('lockDataFolder', () => {
  const place = makeDataFolder();
  const file = join(place.folder, 'platform.pid');
  afterAll(() => place.remove());

  it('takes a folder once and lets go of it', () => {
    const release = lockDataFolder(place.folder);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    expect(() => lockDataFolder(place.folder)).toThrow(expect.objectContaining({ code: 'PLATFORM_RUNS_ALREADY' }));
    release();
    lockDataFolder(place.folder)();
  });

  it('makes a folder that is not there, with all above it', () => {
    lockDataFolder(join(place.folder, 'deep', 'below'))();
  });

  it('says in one line that a folder cannot be made, wherever that is', () => {
    writeFileSync(join(place.folder, 'a-file'), '');
    for (const folder of [join(place.folder, 'a-file', 'below'), '/proc/lien-tinh']) {
      expect(() => lockDataFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_UNUSABLE' }));
    }
  });

  it('takes over the number of a dead process that is our own by now, as in a container that was started again', () => {
    writeFileSync(file, String(process.pid));
    lockDataFolder(place.folder)();
  });

  it('leaves a folder to the living platform that has it', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1_000)', 'platform'], {
      stdio: 'ignore',
    });
    await new Promise((resolve) => other.once('spawn', resolve));
    writeFileSync(file, String(other.pid));
    try {
      expect(() => lockDataFolder(place.folder)).toThrow(expect.objectContaining({ code: 'PLATFORM_RUNS_ALREADY' }));
    } finally {
      other.kill('SIGKILL');
    }
  });
});
