import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root';

/** A file that the pages load. */
export interface PageAsset {
  readonly content: Buffer;
  readonly contentType: string;
  /** Strong: of these bytes. */
  readonly etag: string;
}

const SCRIPTS = join(packageRoot, 'dist/page');
const STYLES = join(packageRoot, 'src/delivery/page/browser/page.css');
const DOCUMENT = join(packageRoot, '../../docs/bi.md');

/** The files of the pages by name, each read once: nothing else can be fetched. Throws when the scripts are not built. */
export function readPageAssets(): ReadonlyMap<string, PageAsset> {
  const scripts = existsSync(SCRIPTS) ? readdirSync(SCRIPTS).filter((name) => name.endsWith('.js')) : [];
  if (!scripts.includes('connect.js')) throw new Error('the scripts of the pages are not built: run the build');
  return new Map([
    ['page.css', asset(STYLES, 'text/css; charset=utf-8')],
    ...scripts.map((name) => [name, asset(join(SCRIPTS, name), 'text/javascript; charset=utf-8')] as const),
  ]);
}

/** `docs/bi.md`, the whole of the steps; null in a package without the documents. */
export function readSteps(): PageAsset | null {
  return existsSync(DOCUMENT) ? asset(DOCUMENT, 'text/plain; charset=utf-8') : null;
}

function asset(path: string, contentType: string): PageAsset {
  const content = readFileSync(path);
  return { content, contentType, etag: `"${createHash('sha256').update(content).digest('base64url')}"` };
}
