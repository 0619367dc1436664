import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { calculateJwkThumbprint, CompactSign, importJWK } from 'jose';
import { z } from 'zod';
import { canonicalJson, type JsonValue } from './canonical-json';
import type { ReceiptPayload, ReceiptSigner } from './receipts';

/** Media type in the header of a signed receipt. */
export const RECEIPT_TYPE = 'lientinh-receipt+jws';

/** A public Ed25519 key (RFC 8037) under which receipts were signed. */
export interface ReceiptKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  /** Thumbprint of the key (RFC 7638). */
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** A private Ed25519 key as JWK. */
export interface PrivateReceiptKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly d: string;
}

/** Signs with the newest key and tells the public keys, the former ones too. */
export interface SigningReceipts extends ReceiptSigner {
  readonly publicKeys: readonly ReceiptKey[];
}

const privateKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() });
const keyFile = z.object({ keys: z.tuple([privateKey], privateKey) });

/** Signs receipts as JWS (compact, EdDSA). `former` keys sign no more, but their receipts stay provable. */
export async function createReceiptSigner(
  current: PrivateReceiptKey,
  former: readonly PrivateReceiptKey[] = [],
): Promise<SigningReceipts> {
  const publicKeys = await Promise.all([current, ...former].map(publicPart));
  const [{ kid } = { kid: '' }] = publicKeys;
  const key = await importJWK({ ...current, alg: 'EdDSA' }, 'EdDSA');
  return {
    publicKeys,
    sign: (payload: ReceiptPayload) =>
      new CompactSign(Buffer.from(canonicalJson(payload as unknown as JsonValue)))
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: RECEIPT_TYPE })
        .sign(key),
  };
}

async function publicPart({ kty, crv, x }: PrivateReceiptKey): Promise<ReceiptKey> {
  return { kty, crv, x, kid: await calculateJwkThumbprint({ kty, crv, x }), alg: 'EdDSA', use: 'sig' };
}

/**
 * The signer of a key file: `{ "keys": [newest, …] }`, private Ed25519 keys as JWK. Made with a new key (mode 0600) when it is missing;
 * of several processes that start at once, one makes it. To change the key, put a new one in front of the others.
 */
export async function loadOrCreateSigningKey(file: string): Promise<SigningReceipts> {
  const content = readKeyFile(file) ?? makeKeyFile(file);
  const [current, ...former] = keyFile.parse(JSON.parse(content)).keys;
  return createReceiptSigner(current, former);
}

function readKeyFile(file: string): string | null {
  try {
    const content = readFileSync(file, 'utf8');
    chmodSync(file, 0o600);
    return content;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

function makeKeyFile(file: string): string {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify({ keys: [jwk] }, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file); // fails when another process was quicker, and never shows half a file
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}

/** `GET /receipt-keys`: the public keys (JWKS) under which receipts were signed, for whoever proves one. */
export function receiptKeysRoute(app: FastifyInstance, signer: SigningReceipts): void {
  app.get('/receipt-keys', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send({ keys: signer.publicKeys }),
  );
}

/** `RECEIPT_SIGNING_KEY_FILE`: where the private key lies. Receipts are unsigned without it. */
export const receiptSection = { RECEIPT_SIGNING_KEY_FILE: z.string().optional() };
