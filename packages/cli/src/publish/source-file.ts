import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileKindUnknown, fileNotReadable } from '../cli.errors';

/** How a file is written. */
export type FileKind = 'csv' | 'ndjson' | 'json' | 'text';

const KINDS: Readonly<Record<string, FileKind>> = {
  '.csv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
  '.txt': 'text',
  '.md': 'text',
};

/** A file that is there. */
export interface SourceFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** Hex SHA-256 of the bytes. */
  readonly hash: string;
}

/** Looks at a file; CLI_FILE_KIND_UNKNOWN or CLI_FILE_NOT_READABLE when it cannot be sent. */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const kind = KINDS[extname(path).toLowerCase()];
  if (kind === undefined) throw fileKindUnknown({ file: path, known: Object.keys(KINDS).join(', ') });
  try {
    const { size: bytes } = await stat(path);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return { path, kind, bytes, hash: hash.digest('hex') };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The text of a UTF-8 file, without a byte order mark; CLI_FILE_NOT_READABLE for any other bytes. */
export async function readSourceText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** A failure of the file system, coded. */
export function unreadable(file: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return fileNotReadable({ file, reason }, { cause: error });
}
