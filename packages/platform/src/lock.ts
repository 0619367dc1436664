import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineError } from '@lientinh/errors';

export const platformRunsAlready = defineError<{ pid: number; folder: string }>({
  code: 'PLATFORM_RUNS_ALREADY',
  status: 409,
  meaning: 'Another platform uses the same data folder.',
  message: ({ pid, folder }) => ({
    vi: `Liên Tỉnh đang chạy với thư mục ${folder} (tiến trình ${pid}). Dừng tiến trình đó hoặc dùng --data-folder và --port-offset.`,
    en: `Liên Tỉnh runs already on folder ${folder} (process ${pid}). Stop it, or use --data-folder and --port-offset.`,
  }),
});

export const dataFolderUnusable = defineError<{ folder: string; reason: string }>({
  code: 'DATA_FOLDER_UNUSABLE',
  status: 500,
  meaning: 'The data folder cannot be made: no permission, or no place for folders.',
  message: ({ folder, reason }) => ({
    vi: `Không tạo được thư mục dữ liệu ${folder} (${reason}). Chọn thư mục khác bằng --data-folder.`,
    en: `The data folder ${folder} cannot be made (${reason}). Choose another with --data-folder.`,
  }),
});

/** Folders that this process has taken. */
const taken = new Set<string>();

/** Takes the data folder for this process; throws PLATFORM_RUNS_ALREADY while another living platform has it. Returns the release. */
export function lockDataFolder(folder: string): () => void {
  const file = join(folder, 'platform.pid');
  makeFolder(folder);
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (taken.has(folder) || isPlatform(holder)) throw platformRunsAlready({ pid: holder, folder });
  writeFileSync(file, String(process.pid));
  taken.add(folder);
  return () => {
    taken.delete(folder);
    rmSync(file, { force: true });
  };
}

/** Makes the folder level by level: Node's own recursive way never ends where the system refuses with ENOENT (below /proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (cause) {
    throw dataFolderUnusable({ folder, reason: (cause as NodeJS.ErrnoException).code ?? 'unknown' }, { cause });
  }
}

/**
 * Whether the process lives and is one of ours: after a crash its number may belong to something else; in a container that was
 * started again, to this very process.
 */
function isPlatform(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('platform');
  } catch {
    return !existsSync('/proc/self');
  }
}
