import { readFile } from 'node:fs/promises';
import { inputNotUsable } from '../cli.errors';
import { unreadable } from './source-file';

/** The value in a JSON file. */
export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The rows of a JSON file, a list of objects, as JSON lines. */
export async function readJsonRows(path: string): Promise<Buffer> {
  const value = await readJsonFile(path);
  if (!Array.isArray(value)) {
    throw inputNotUsable({
      what: {
        vi: `${path} phải là một mảng JSON các đối tượng (mỗi dòng dữ liệu một đối tượng).`,
        en: `${path} must be a JSON list of objects (one object for each row).`,
      },
    });
  }
  return Buffer.from(value.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
