import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from '@lientinh/errors';
import { packageRoot } from '../package-root';
import { listAssets } from './assets';
import { readExamples } from './examples';

/**
 * Only our own files, no inline script, no frame. Styles may be set by script: the editor positions its text that way. Nothing on the
 * page comes from, or goes to, another machine.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `/`: GraphiQL from the installed packages with our saved queries; it works without internet. */
export async function addPage(app: FastifyInstance): Promise<void> {
  const assets = new Map(listAssets().map((asset) => [asset.name, asset]));
  const page = readFileSync(join(packageRoot, 'page', 'graphiql.html'), 'utf8');
  const examples = readExamples();
  await app.register(fastifyStatic, { root: join(packageRoot, 'page'), serve: false, cacheControl: false });
  app.get('/', async (_request, reply) =>
    reply
      .headers({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(page),
  );
  app.get('/assets/examples.json', (_request, reply) => reply.send(examples));
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const asset = assets.get(request.params.name);
    if (asset === undefined) throw notFound({ what: `/assets/${request.params.name.slice(0, 60)}` });
    void reply.header('cache-control', 'no-cache');
    return reply.sendFile(asset.file, asset.folder);
  });
}
