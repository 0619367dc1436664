import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '@lientinh/errors';
import { contentCoding, gzipped } from '../../http/content-coding';
import { requestLanguage } from '../../http/language';
import { headerElements } from '../../http/header-list';
import { publicAddressOf, type PublicAddressOptions } from '../../http/public-address';
import { varyingBy } from '../../http/vary';
import { namesEtag } from '../../respond/etag';
import type { ConnectRoots } from '../connection';
import type { PageLanguage } from './browser/page-data';
import { connectPage } from './connect-page';
import type { PagePlace } from './page-place';
import { keysPage } from './keys-page';
import { type PageAsset, readPageAssets, readSteps } from './page-assets';

/** Only our own files; nothing inline, no frames, no forms that go anywhere. Nothing on a page comes from, or goes to, another machine. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface PageRouteOptions extends PublicAddressOptions {
  readonly roots: ConnectRoots;
}

const PAGES: Readonly<Record<string, (roots: ConnectRoots, place: PagePlace) => string>> = {
  '/': connectPage,
  '/connect': connectPage,
  '/keys': keysPage,
};

/**
 * Pages for people at addresses where programs get JSON: a browser, which likes `text/html` best and sends no credentials, gets HTML; what
 * asks for anything else goes on to the route. Their files are under `/assets/`.
 */
export function pageRoutes(app: FastifyInstance, options: PageRouteOptions): void {
  const assets = readPageAssets();
  const steps = readSteps();
  app.addHook('onRequest', async (request, reply) => {
    const path = request.routeOptions.url ?? '';
    const page = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined;
    if (page === undefined) return;
    void reply.header(
      'vary',
      varyingBy(reply.getHeader('vary'), 'Accept, Accept-Language, Authorization, Accept-Encoding'),
    );
    if (wantsPage(request)) return sendPage(request, reply, page(options.roots, placeOf(request, options)));
  });
  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const asset = assets.get(request.params.name);
    if (asset === undefined) throw notFound({ what: `/assets/${request.params.name.slice(0, 60)}` });
    return sendAsset(request, reply, asset);
  });
  app.get('/docs/bi.md', (request, reply) => {
    if (steps === null) throw notFound({ what: '/docs/bi.md' });
    return sendAsset(request, reply, steps);
  });
}

/** Whether HTML is named in Accept, and neither JSON nor anything is liked better. A caller with credentials is a program. */
function wantsPage({ method, headers }: FastifyRequest): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || headers.authorization !== undefined) return false;
  const weight = (type: string): number => {
    const range = headerElements(headers.accept).find(({ name }) => name === type);
    return range === undefined ? 0 : Number(range.parameters.get('q') ?? '1') || 0;
  };
  const page = weight('text/html');
  return page > weight('application/json') && page >= weight('*/*');
}

/** By `?lang=`, else by Accept-Language; Vietnamese otherwise. */
function placeOf(request: FastifyRequest, options: PageRouteOptions): PagePlace {
  const server = publicAddressOf(request, options);
  const { lang } = request.query as { readonly lang?: unknown };
  const asked = lang === 'vi' || lang === 'en' ? lang : null;
  const preferred: PageLanguage = requestLanguage(request.headers['accept-language']) === 'EN' ? 'en' : 'vi';
  return { language: asked ?? preferred, base: new URL(server).pathname.replace(/\/$/, ''), server };
}

const HTML = 'text/html; charset=utf-8';

async function sendPage(request: FastifyRequest, reply: FastifyReply, text: string): Promise<FastifyReply> {
  const page = Buffer.from(text);
  void reply.type(HTML).headers({
    'content-security-policy': PAGE_POLICY,
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
  if (contentCoding(request.headers['accept-encoding'], HTML, page.length) === 'identity') return reply.send(page);
  return reply.header('content-encoding', 'gzip').send(await gzipped(page));
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: PageAsset): FastifyReply {
  const { content, contentType, etag } = asset;
  void reply.headers({ etag, 'cache-control': 'no-cache', 'content-type': contentType });
  const known = request.headers['if-none-match'];
  if (known !== undefined && namesEtag(known, etag)) return reply.code(304).send();
  return reply.send(content);
}
