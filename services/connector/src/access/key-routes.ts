import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '@lientinh/identity';
import { requireRole, throwIfRefused } from '@lientinh/identity';
import type { Database } from '@lientinh/postgres';
import { keyCannotManageKeys, keyUnknown, tooManyKeys } from './access.errors';
import type { ConnectorAccess } from './access';
import { readKeyRequest } from './key-request';
import { createKeySecret, hashKeySecret } from './key-secret';
import { countUsableKeys, insertKey, listKeys, lockKey, revokeKey } from './key.store';
import { isKeyMaker, keyStanding, mayMakeKeys, mayManageKey, type WorkbookKey } from './workbook-key';

/** Keys of one maker that can be used at the same time. */
export const USABLE_KEYS_PER_MAKER = 100;
const BODY_LIMIT_BYTES = 16_384;
const NOT_KEPT = 'no-store';

export interface KeyRouteOptions {
  readonly access: ConnectorAccess;
  readonly database: Database;
  /** Milliseconds since 1970; the system clock when absent. */
  readonly clock?: () => number;
}

/**
 * `POST /keys` makes a key and shows its secret this once; `GET /keys` lists the caller's keys, all of them for an admin; `DELETE
 * /keys/:id` takes one back. By token, or client id and secret. Coded errors are thrown for the server's error handler.
 */
export function keyRoutes(app: FastifyInstance, { access, database, clock = Date.now }: KeyRouteOptions): void {
  app.post('/keys', { bodyLimit: BODY_LIMIT_BYTES }, async (request, reply) => {
    const maker = await managerOf(access, request);
    throwIfRefused(mayMakeKeys(maker));
    if (!isKeyMaker(maker)) throw keyCannotManageKeys({});
    const wanted = readKeyRequest(request.body);
    const secret = createKeySecret();
    const key = await database.write('make-key', async (writer) => {
      if ((await countUsableKeys(writer, maker.client)) >= USABLE_KEYS_PER_MAKER)
        throw tooManyKeys({ limit: USABLE_KEYS_PER_MAKER });
      return insertKey(writer, { ...wanted, id: randomUUID(), secretHash: hashKeySecret(secret), maker });
    });
    request.log.info({ key: key.id, maker: maker.client }, 'workbook key made');
    void secretly(reply).code(201).header('location', `/keys/${key.id}`);
    return { ...shown(key, clock()), user: key.id, secret, notice: SECRET_NOTICE };
  });

  app.get('/keys', async (request, reply) => {
    const manager = await managerOf(access, request);
    if (manager.role !== 'admin') throwIfRefused(mayMakeKeys(manager));
    const maker = isKeyMaker(manager) ? manager.client : null;
    const keys = await listKeys(database.reader, maker);
    void secretly(reply);
    return { keys: keys.map((key) => shown(key, clock())) };
  });

  app.delete<{ Params: { id: string } }>('/keys/:id', async (request, reply) => {
    const manager = await managerOf(access, request);
    if (manager.role === 'viewer') throwIfRefused(requireRole(manager, 'analyst'));
    await database.write('revoke-key', (writer) => revokeOnce(writer, manager, request.params.id));
    request.log.info({ key: request.params.id, by: nameOf(manager) }, 'workbook key revoked');
    return secretly(reply).code(204).send();
  });
}

const SECRET_NOTICE = {
  vi: 'Bí mật chỉ hiện một lần này. Trong Excel hay Power BI chọn cách đăng nhập Basic: tên là user, mật khẩu là secret.',
  en: 'The secret is shown this once. In Excel or Power BI choose Basic: the user name is user, the password is secret.',
};

async function managerOf(access: ConnectorAccess, request: FastifyRequest): Promise<Principal> {
  const { principal } = await access.authenticate(request.headers, request.ip);
  if (principal === null) throw keyCannotManageKeys({});
  return principal;
}

/** A key revoked before stays as it is; one of somebody else is as unknown as one that never was. */
async function revokeOnce(writer: Parameters<typeof lockKey>[0], manager: Principal, id: string): Promise<void> {
  const key = await lockKey(writer, id);
  if (key === null || !mayManageKey(manager, key.maker.client)) throw keyUnknown({ id });
  if (key.revokedAt === null) await revokeKey(writer, id, nameOf(manager));
}

const nameOf = (principal: Principal): string => (principal.role === 'viewer' ? 'viewer' : principal.client);

const secretly = (reply: FastifyReply): FastifyReply => reply.header('cache-control', NOT_KEPT);

/** A key as its maker and the admin see it. */
function shown(key: WorkbookKey, nowMs: number): Record<string, unknown> {
  const { id, name, maker, provinceCode, datasets, createdAt, expiresAt, revokedAt, revokedBy, lastUsedAt } = key;
  const standing = keyStanding(key, nowMs);
  const common = { id, name, standing, maker: maker.client, role: maker.role, provinceCode, datasets };
  return { ...common, createdAt, expiresAt, revokedAt, revokedBy, lastUsedAt };
}
