import { batchDependencyFailed, addressUnknown } from '../http.errors';
import type { BatchRequest } from './batch-request';

/** What became of a request before: its status, and its path after the service root. */
export interface FinishedRequest {
  readonly status: number;
  readonly path: string;
}
/** A path after the service root, and what stands behind its question mark; both encoded. */
export interface RequestAddress {
  readonly path: string;
  readonly query: string;
}

const REFERENCE = /^\/?\$([^/?]+)(.*)$/s;

/**
 * Where a request of a batch goes: `Scores?$top=1`, `/odata/v4/Scores`, `http://host/odata/v4/Scores`, or `$1/Province` behind what the
 * request with the id 1 was about (OData 4.01 Protocol, section 11.7.3.1). ODATA_BATCH_DEPENDENCY_FAILED when that one failed.
 */
export function requestAddress(
  { id, url }: Pick<BatchRequest, 'id' | 'url'>,
  root: string,
  finished: ReadonlyMap<string, FinishedRequest>,
): RequestAddress {
  const [, name = '', rest = ''] = REFERENCE.exec(url) ?? [];
  const target = finished.get(name);
  if (target !== undefined) {
    if (target.status >= 400) throw batchDependencyFailed({ id, dependency: name });
    return split(target.path + rest);
  }
  const rootPath = new URL(root).pathname;
  const path = /^https?:\/\//i.test(url) ? pathOf(url) : url;
  if (!path.startsWith('/')) return split(path);
  if (!path.startsWith(rootPath)) throw addressUnknown({ address: url });
  return split(path.slice(rootPath.length));
}

/** Without scheme and host, which proxies may have changed. */
const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/?#]*/i, '');

function split(address: string): RequestAddress {
  const mark = address.indexOf('?');
  return mark === -1 ? { path: address, query: '' } : { path: address.slice(0, mark), query: address.slice(mark + 1) };
}
