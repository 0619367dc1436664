import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { publicAddressOf, type PublicAddressOptions } from '../http/public-address';
import { splitQueryString } from '../query';
import { connectIndex } from './connect-index';
import { type Connection, connectionOf, type ConnectRoots } from './connection';
import { connectFileUnknown } from './delivery.errors';
import { iqyText } from './iqy';
import { odcText } from './odc';
import { pageRoutes } from './page/page-routes';
import { pbidsText } from './pbids';

export interface ConnectRouteOptions extends PublicAddressOptions {
  readonly roots: ConnectRoots;
}

interface FileKind {
  readonly contentType: string;
  readonly write: (connection: Connection) => string;
}

const FILE_KINDS: Readonly<Record<string, FileKind>> = {
  pbids: { contentType: 'application/json; charset=utf-8', write: pbidsText },
  odc: { contentType: 'text/x-ms-odc; charset=utf-8', write: odcText },
  iqy: { contentType: 'text/x-ms-iqy; charset=utf-8', write: iqyText },
};

/**
 * `GET /connect` (and `/`) lists every set with its links, as a page for people who read it in a browser; `GET
 * /connect/<set>.pbids|odc|iqy` gives a file that opens Power BI or Excel at the set, with the options of its own address carried over. Open
 * to everybody: a file says where data are and holds none, and no credentials either.
 */
export function connectRoutes(app: FastifyInstance, options: ConnectRouteOptions): void {
  const { roots } = options;
  pageRoutes(app, options);
  for (const path of ['/', '/connect'])
    app.get(path, (request) => connectIndex(roots, publicAddressOf(request, options)));
  app.get<{ Params: { '*': string } }>('/connect/*', (request, reply) => {
    const { '*': file } = request.params;
    const point = file.lastIndexOf('.');
    const extension = file.slice(point + 1).toLowerCase();
    const kind = point < 1 || !Object.hasOwn(FILE_KINDS, extension) ? undefined : FILE_KINDS[extension];
    if (kind === undefined) throw connectFileUnknown({ file, available: Object.keys(FILE_KINDS) });
    const pairs = splitQueryString(queryOf(request));
    const connection = connectionOf(roots, publicAddressOf(request, options), file.slice(0, point), pairs);
    return asFile(reply, `${connection.set.name}.${extension}`, kind).send(kind.write(connection));
  });
}

/** What stands after the question mark, as it was sent. */
function queryOf(request: FastifyRequest): string {
  const url = request.raw.url ?? '';
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
}

/** RFC 6266: a name of ASCII letters for old programs, the real one for the others. */
function asFile(reply: FastifyReply, name: string, { contentType }: FileKind): FastifyReply {
  const plain = name.normalize('NFD').replaceAll(/[^\x20-\x7e]|["\\]/g, '');
  return reply
    .header('content-type', contentType)
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`);
}
